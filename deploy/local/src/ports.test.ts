import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { portOwner } from './port-owner.ts';
import { freePort, isFree, portNear } from './ports.ts';

test('a taken port is seen, stepped aside from, and its owner named', async () => {
  const server = createServer().listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await isFree(port)).toBe(false);
  expect(await portNear(port)).not.toBe(port);
  expect(await portOwner(port)).toContain(`process ${process.pid}`);
  server.close();
  await once(server, 'close');
  expect(await portNear(port)).toBe(port);
});

test('a port is handed out once', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, freePort));
  expect(new Set(ports).size).toBe(50);
});
