import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createIssuerFetch } from './issuer-fetch.ts';

describe('asking an issuer that somebody has named', () => {
  let server: Server;
  let url: string;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/moved') return response.writeHead(302, { location: '/inside' }).end();
      if (request.url === '/large') return response.end('x'.repeat(600_000));
      return response.end('{}');
    });
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>(done => void server.close(() => done())));

  const get = async (allowsLoopback: boolean, path: string, origin = url) => {
    const issuers = createIssuerFetch(allowsLoopback);
    const options = { body: null, headers: {}, method: 'GET', redirect: 'manual' as const };
    try {
      return await issuers.fetch(`${origin}${path}`, options as never);
    } finally {
      await issuers.close();
    }
  };

  it('never reaches the own machine, by no name, unless that is allowed', async () => {
    await expect(get(false, '/a')).rejects.toThrow();
    await expect(get(false, '/b', url.replace('localhost', '127.0.0.1'))).rejects.toThrow();
    await expect(get(false, '/c', url.replace('localhost', '[::ffff:127.0.0.1]'))).rejects.toThrow();
    expect(asked).toEqual([]);
    expect((await get(true, '/d')).status).toBe(200);
    expect(asked).toEqual(['/d']);
  });

  it('follows nobody elsewhere', async () => {
    expect((await get(true, '/moved')).status).toBe(302);
    expect(asked).not.toContain('/inside');
  });

  it('does not read for ever', async () => {
    await expect(get(true, '/large')).rejects.toThrow('too much');
  });
});
