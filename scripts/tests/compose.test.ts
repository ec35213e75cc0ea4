import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import pg from 'pg';
import { parse } from 'yaml';
import { projectFolder } from '#platform/config.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from '../../gateway/tests/kit/collect.ts';

interface Service {
  command?: string[];
  environment?: Record<string, string>;
}

const compose = parse(readFileSync(join(projectFolder, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};

/** What a `.env` would hold. */
const dotEnv: Record<string, string> = {
  POSTGRES_PASSWORD: 'unused',
  // Roles belong to the whole server that the tests share, so their password stays what it is.
  IDENTITY_DATABASE_PASSWORD: 'test',
  SCHEDULING_DATABASE_PASSWORD: 'test',
  INTEGRATIONS_DATABASE_PASSWORD: 'test',
  PRINCIPAL_SECRETS: 'a secret for the compose test that is long enough',
  ENCRYPTION_SECRETS: 'another secret for the compose test that is long enough',
  COOKIE_SECRETS: 'a third secret for the compose test that is long enough',
  PUBLIC_URL: 'http://127.0.0.1:4000',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Almanac <almanac@example.com>',
  KEY_ENVIRONMENT: 'test',
  LOG_LEVEL: 'error',
};

function freePort(): Promise<number> {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const metricsOf = (name: string) => `the metrics of ${name}`;

/**
 * The services of docker-compose.yml as plain processes: the same commands and variables, with the names of
 * containers replaced by addresses of this machine.
 */
class Stack {
  readonly processes = new Map<string, ChildProcess>();
  private complaints = '';
  private readonly ports = new Map<string, number>();

  constructor(
    private readonly postgres: URL,
    private readonly redis: string,
  ) {}

  async reservePorts(names: readonly string[]): Promise<void> {
    for (const name of names) {
      this.ports.set(name, await freePort());
      this.ports.set(metricsOf(name), await freePort());
    }
  }

  addressOf(name: string): string {
    return `http://127.0.0.1:${this.ports.get(name)}`;
  }

  environmentOf(name: string): Record<string, string> {
    const environment: Record<string, string> = {};
    for (const [key, text] of Object.entries(compose.services[name]?.environment ?? {})) {
      environment[key] = String(text)
        .replace(/\$\{(\w+)(?::[-?][^}]*)?\}/g, (_match, variable: string) => dotEnv[variable] ?? '')
        .replace(/^postgres:\/\/postgres:.*$/, this.postgres.href)
        .replace('@postgres:5432/almanac', `@${this.postgres.host}${this.postgres.pathname}`)
        .replace('redis://redis:6379', this.redis)
        .replace(/^http:\/\/(\w+):\d+$/, (_match, service: string) => this.addressOf(service));
    }
    const port = this.ports.get(name);
    const metrics = environment['METRICS_PORT'] && {
      METRICS_HOST: '127.0.0.1',
      METRICS_PORT: String(this.ports.get(metricsOf(name))),
    };
    return { ...environment, HOST: '127.0.0.1', ...(port && { PORT: String(port) }), ...metrics };
  }

  start(name: string, command = compose.services[name]?.command ?? []): ChildProcess {
    const [program, ...args] = command;
    if (program !== 'node') throw new Error(`${name} does not run on Node.`);
    const child = spawn(process.execPath, args, {
      cwd: projectFolder,
      env: {
        PATH: testEnvironment.path,
        APOLLO_TELEMETRY_DISABLED: 'true',
        ...this.environmentOf(name),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stderr.on('data', chunk => {
      this.complaints += `${name}: ${chunk}`;
    });
    this.processes.set(name, child);
    return child;
  }

  async ready(name: string): Promise<void> {
    for (let waited = 0; waited < 30_000; waited += 100) {
      const response = await fetch(`${this.addressOf(name)}/readyz`).catch(() => null);
      if (response?.ok) return;
      await new Promise(done => setTimeout(done, 100));
    }
    throw new Error(`${name} did not become ready. ${this.complaints}`);
  }
}

const exitOf = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise<number | null>(done => child.once('exit', done))
    : Promise.resolve(child.exitCode);

async function outputOf(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', chunk => {
    out += chunk;
  });
  child.stderr?.on('data', chunk => {
    err += chunk;
  });
  return { code: await exitOf(child), out, err };
}

describe('the services of docker-compose.yml', () => {
  const name = `compose_${process.pid}`;
  const admin = () => new pg.Client({ connectionString: testEnvironment.databaseUrl });
  let stack: Stack;

  beforeAll(async () => {
    const client = admin();
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    const url = new URL(testEnvironment.databaseUrl ?? '');
    url.pathname = `/${name}`;
    stack = new Stack(url, testEnvironment.redisUrl ?? '');
    await stack.reservePorts(['gateway', 'identity', 'scheduling', 'integrations', 'worker']);
  });
  afterAll(async () => {
    for (const child of stack.processes.values()) child.kill('SIGKILL');
    const client = admin();
    await client.connect();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  });

  it('migrate an empty database, and change nothing the second time', async () => {
    for (let run = 0; run < 2; run++) {
      const { code, out, err } = await outputOf(stack.start('migrate'));
      expect([code, out.trim(), err]).toEqual([0, 'The database is up to date.', '']);
    }
  }, 60_000);

  it('come up in the order of their dependencies', async () => {
    for (const service of ['identity', 'scheduling', 'integrations', 'worker', 'gateway']) {
      stack.start(service);
      await stack.ready(service);
    }
  }, 60_000);

  it('serve a story through the gateway: sign up, publish, book', async () => {
    const command = [
      'node',
      'dist/subgraphs/identity/sign-up.js',
      '--handle',
      'ada',
      '--email',
      'ada@example.com',
      '--name',
      'Ada',
    ];
    const environment = stack.environmentOf('identity');
    const child = spawn(process.execPath, command.slice(1), {
      cwd: projectFolder,
      env: { ...environment },
      stdio: 'pipe',
    });
    const { out } = await outputOf(child);
    const key = /alm_test_\w+/.exec(out)?.[0] ?? '';

    const call = async (document: Parameters<typeof print>[0], variables: object, authorization?: string) => {
      const response = await fetch(`${stack.addressOf('gateway')}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: JSON.stringify({ query: print(document), variables }),
      });
      return (await response.json()) as { data: unknown; errors?: unknown };
    };
    const input = { title: 'Intro', slug: 'intro', durationMinutes: 30, minimumNoticeMinutes: 0 };
    // The worker brings identity's news of the user to scheduling: a moment passes.
    let eventTypeId: string | undefined;
    await until(async () => {
      const { data } = await call(ops.CreateEventTypeDocument, { input }, `Bearer ${key}`);
      const created = data as ops.CreateEventTypeMutation | null;
      if (created?.createEventType.__typename === 'EventTypeCreated')
        eventTypeId = created.createEventType.eventType.id;
      return eventTypeId !== undefined;
    });
    const from = new Date().toISOString();
    const to = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const slots = (await call(ops.SlotsDocument, { eventTypeId, from, to, timeZone: 'UTC' })) as unknown as {
      data: ops.SlotsQuery;
    };
    const booking = await call(ops.CreateBookingDocument, {
      input: {
        eventTypeId,
        startsAt: slots.data.slots.nodes[0]?.startsAt,
        attendee: { name: 'Grace', email: 'grace@example.com', timeZone: 'UTC' },
        idempotencyKey: 'compose',
      },
    });
    expect(booking.data).toMatchObject({ createBooking: { __typename: 'BookingCreated' } });
  }, 60_000);

  it.each([
    ['gateway', 'graphql_operations_total{type="mutation",name="CreateBooking",code="OK"} 1'],
    ['scheduling', 'graphql_subgraph_duration_seconds_count{subgraph="scheduling",outcome="OK"}'],
    ['identity', 'db_pool_connections_max{pool="identity"}'],
    ['integrations', 'process_cpu_seconds_total'],
    ['worker', 'job_duration_seconds_count{subgraph="identity",task="deliver-event",outcome="done"}'],
  ])('show the figures of their own: %s', async (service, line) => {
    const response = await fetch(`${stack.addressOf(metricsOf(service))}/metrics`);
    expect(await response.text()).toContain(line);
    expect((await fetch(`${stack.addressOf(service)}/metrics`)).status).toBe(404);
  });

  it('say in one sentence what is missing, and do not start', async () => {
    const child = spawn(process.execPath, ['dist/gateway/main.js'], {
      cwd: projectFolder,
      env: {},
      stdio: 'pipe',
    });
    const { code, err } = await outputOf(child);
    expect(code).toBe(1);
    expect(err).toMatch(/The configuration is not usable:\n {2}- PRINCIPAL_SECRETS: is required/);
    expect(err).toMatch(
      /IDENTITY_URL: is required[\s\S]*SCHEDULING_URL: is required[\s\S]*INTEGRATIONS_URL: is required/,
    );
    expect(err).not.toMatch(/at .*\.js/);
  });

  it('say so when their port is in use', async () => {
    const environment: Record<string, string> = { ...stack.environmentOf('gateway'), METRICS_PORT: '' };
    const child = spawn(process.execPath, ['dist/gateway/main.js'], {
      cwd: projectFolder,
      env: environment,
      stdio: 'pipe',
    });
    const { code, err } = await outputOf(child);
    expect([code, err.trim()]).toEqual([
      1,
      `Port ${environment['PORT']} on 127.0.0.1 is in use. Stop what uses it, or set PORT to another one.`,
    ]);
  });

  it('stop by themselves when they are told to', async () => {
    for (const service of ['gateway', 'worker', 'identity', 'scheduling', 'integrations']) {
      const child = stack.processes.get(service);
      const started = Date.now();
      child?.kill('SIGTERM');
      expect([service, child && (await exitOf(child))]).toEqual([service, 0]);
      expect(Date.now() - started).toBeLessThan(10_000);
    }
  }, 60_000);
});

describe('.env.example', () => {
  it('names exactly the variables that docker-compose.yml reads', () => {
    const text = readFileSync(join(projectFolder, 'docker-compose.yml'), 'utf8');
    const read = new Set([...text.matchAll(/\$\{(\w+)/g)].map(match => match[1]));
    const example = readFileSync(join(projectFolder, '.env.example'), 'utf8');
    const named = new Set([...example.matchAll(/^(\w+)=/gm)].map(match => match[1]));
    expect([...named].sort()).toEqual([...read].sort());
  });
});
