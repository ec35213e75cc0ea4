import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { projectFolder } from '#platform/config.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import { until } from './collect.ts';
import type { TestGraph } from './graph.ts';

const SECRET = 'a secret for tests that is long enough';

function freePort(): Promise<number> {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The gateway as it is deployed: a process before the subgraphs of a distributed graph. */
export async function startGatewayProcess(graph: TestGraph, environment: Record<string, string> = {}) {
  const port = await freePort();
  const urlOf = (name: string) => `http://127.0.0.1:${graph.lines[name]?.port}`;
  const child = spawn(process.execPath, ['dist/gateway/main.js'], {
    cwd: projectFolder,
    env: {
      PATH: testEnvironment.path,
      APOLLO_TELEMETRY_DISABLED: 'true',
      PRINCIPAL_SECRETS: SECRET,
      COOKIE_SECRETS: SECRET,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      IDENTITY_URL: urlOf('identity'),
      SCHEDULING_URL: urlOf('scheduling'),
      INTEGRATIONS_URL: urlOf('integrations'),
      PLAYGROUND: 'false',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      QUERY_DEADLINE_MS: '20000',
      RATE_LIMIT_API_KEY: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk;
    });
  }
  const origin = `http://127.0.0.1:${port}`;
  const isReady = () =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(async () => {
    if (child.exitCode !== null) throw new Error(output);
    return isReady();
  }, 60_000);
  return {
    child,
    port,
    origin,
    output: () => output,
    exit: new Promise<number | null>(done => child.once('exit', done)),
  };
}
