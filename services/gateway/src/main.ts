import { once } from 'node:events';
import { createLogger, describeError } from '@clinical/runtime';
import { gatewayConfig } from './config.ts';
import { startGateway } from './service.ts';

const config = gatewayConfig(process.env);
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    createLogger('gateway').error('The process ends for an error that nobody handled', describeError(error));
    process.exit(1);
  });
}
const stop = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
await using _gateway = await startGateway(config);
await stop;
