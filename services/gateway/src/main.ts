import { once } from 'node:events';
import { gatewayConfig } from './config.ts';
import { startGateway } from './service.ts';

const stop = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
await using _gateway = await startGateway(gatewayConfig(process.env));
await stop;
