import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.ts';
import { createServer } from './server.ts';

describe('a server', () => {
  it('logs no request, and above all no question after its health', async () => {
    const lines: string[] = [];
    const log = createLogger('test', 'trace', { write: line => lines.push(line) });
    const failing = () => Promise.reject(new Error('not yet'));
    const app = await createServer({ log, bodyLimit: 1_000, readiness: { database: failing } });
    const statuses = ['/healthz', '/readyz', '/nothing-here'].map(
      async url => (await app.inject(url)).statusCode,
    );
    expect(await Promise.all(statuses)).toEqual([200, 503, 404]);
    expect(lines).toEqual([]);
    log.info('but what is said is');
    expect(lines).toHaveLength(1);
    await app.close();
  });
});
