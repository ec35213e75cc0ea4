import { rm } from 'node:fs/promises';
import type { TestServices } from './start.ts';

export default async function stop(): Promise<void> {
  const services = (globalThis as { almanacTestServices?: TestServices }).almanacTestServices;
  if (!services) return;
  await services.redis.stop();
  await services.postgres.stop();
  await rm(services.folder, { recursive: true, force: true });
}
