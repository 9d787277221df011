import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from '../../deploy/local/src/stack.ts';
import type { Inference } from '../inference/server.ts';
import type { Fault, InferenceFault, ServiceName } from './plan.ts';
import type { ToxicProxy } from './proxy.ts';
import type { Random } from './random.ts';

export interface Targets {
  readonly stack: Stack;
  readonly broker: ToxicProxy;
  readonly inference: Inference;
  readonly random: Random;
  /** Empties Redis. */
  readonly flushRedis: () => Promise<void>;
}

/** What was done to whom; null where the target was down, so that nothing was. */
export type Applied = { readonly fault: Fault; readonly target: string } | null;

/** Does one fault, and undoes it where it lasts a while. */
export async function apply(fault: Fault, targets: Targets, signal: AbortSignal): Promise<Applied> {
  const { stack, random } = targets;
  switch (fault.kind) {
    case 'kill': {
      const name = running(stack, fault.service, random);
      if (name === null) return null;
      await stack.signal(name, 'SIGKILL');
      return { fault, target: name };
    }
    case 'zombie': {
      const name = running(stack, fault.service, random);
      if (name === null) return null;
      const pid = stack.pid(name);
      await stack.signal(name, 'SIGSTOP');
      await sleep(fault.ms, undefined, { signal }).catch(() => {});
      // Killed in its sleep, it was no zombie.
      if (stack.pid(name) !== pid) return null;
      await stack.signal(name, 'SIGCONT');
      return { fault, target: name };
    }
    case 'kill-infra': {
      if (stack.pid(fault.part) === undefined) return null;
      await stack.signal(fault.part, 'SIGKILL');
      return { fault, target: fault.part };
    }
    case 'flush-redis':
      return targets.flushRedis().then(
        () => ({ fault, target: 'redis' }),
        () => null,
      );
    case 'network':
      targets.broker.inject(fault.toxic);
      await sleep(fault.ms, undefined, { signal }).catch(() => {});
      targets.broker.heal();
      return { fault, target: 'services to kafka' };
    case 'rolling-restart':
      for (const name of instances(stack, fault.service)) {
        await stack.stopPart(name);
        await stack.startPart(name);
      }
      return { fault, target: fault.service };
    case 'scale':
      await scale(stack, fault.service, fault.to);
      return { fault, target: fault.service };
    case 'inference':
      targets.inference.behave({ endpoint: 'chat', behaviour: BEHAVIOURS[fault.behaviour] });
      await sleep(fault.ms, undefined, { signal }).catch(() => {});
      targets.inference.behave();
      return { fault, target: 'inference' };
  }
}

const BEHAVIOURS = {
  '429': { kind: 'status', status: 429, retryAfter: 1 },
  '500': { kind: 'status', status: 500 },
  hang: { kind: 'hang' },
  truncate: { kind: 'truncate' },
  reset: { kind: 'reset' },
} as const satisfies Record<InferenceFault, object>;

const instances = (stack: Stack, service: ServiceName): string[] =>
  stack.names.filter((name) => name.startsWith(`${service}-`) && /-\d+$/.test(name.slice(service.length)));

function running(stack: Stack, service: ServiceName, random: Random): string | null {
  const alive = instances(stack, service).filter((name) => stack.pid(name) !== undefined);
  return alive.length === 0 ? null : random.pick(alive);
}

async function scale(stack: Stack, service: ServiceName, to: number): Promise<void> {
  const names = instances(stack, service);
  for (let count = names.length; count < to; count++) await stack.addInstance(service);
  for (const name of names.slice(to)) await stack.removeInstance(name);
}
