import { LocalStackError } from './local-error.ts';
import type { PortBook } from './port-book.ts';
import { portOwner } from './port-owner.ts';
import { isFree } from './ports.ts';

/** Where the gateway will listen: on the wanted port or not at all, else on one that the book finds. */
export async function gatewayAddress(wanted: number | undefined, ports: PortBook): Promise<string> {
  if (wanted !== undefined && !(await isFree(wanted))) {
    const advice = 'end it, or choose another port for the gateway, as in PORT=8010 npm start';
    throw new LocalStackError('port_taken', `Port ${wanted} is taken by ${await portOwner(wanted)}: ${advice}.`);
  }
  return `http://127.0.0.1:${wanted ?? (await ports.port('gateway'))}`;
}
