import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import type { JobHelpers } from 'graphile-worker';
import { startErrorReports } from '#platform/telemetry/error-reports.ts';
import { observeTasks } from '#platform/telemetry/job-metrics.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';

interface ReportedEvent {
  tags: Record<string, string>;
  server_name: string;
  exception: {
    values: {
      type: string;
      value: string;
      stacktrace?: { frames: { filename?: string; vars?: unknown }[] };
    }[];
  };
}

describe('errors that nobody expected', () => {
  const events: ReportedEvent[] = [];
  const envelopes: string[] = [];
  let ingest: FastifyInstance;
  let stopReports: () => Promise<void>;
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    ingest = fastify({ forceCloseConnections: true });
    ingest.addContentTypeParser(
      'application/x-sentry-envelope',
      { parseAs: 'string' },
      (_request, body, done) => done(null, body),
    );
    ingest.post('/api/42/envelope/', async request => {
      const envelope = request.body as string;
      envelopes.push(envelope);
      const lines = envelope.split('\n');
      for (const [index, line] of lines.entries()) {
        if (line.includes('"type":"event"')) events.push(JSON.parse(lines[index + 1] ?? ''));
      }
      return {};
    });
    const address = await ingest.listen({ host: '127.0.0.1', port: 0 });
    stopReports = await startErrorReports('almanac-test', `${address.replace('//', '//public@')}/42`);
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada' });
  });
  afterAll(async () => {
    await graph.stop();
    await stopReports();
    await ingest.close();
  });

  it('are told with the id of their request, and without what was asked', async () => {
    await graph.database.query('alter table scheduling.event_types rename column title to heading');
    const answer = await graph.execute(
      ops.CreateEventTypeDocument,
      { input: { title: 'Canary with ada@example.com', slug: 'canary', durationMinutes: 30 } },
      { key: ada.key },
    );
    await graph.database.query('alter table scheduling.event_types rename column heading to title');
    expect(answer.code).toBe('INTERNAL');
    await until(() => events.length > 0);
    const [event] = events;
    expect(event).toMatchObject({
      server_name: 'almanac-test',
      tags: {
        service: 'almanac-test',
        path: 'createEventType',
        requestId: answer.errors[0]?.extensions.requestId,
      },
    });
    const [exception] = event?.exception.values ?? [];
    expect(exception?.value).toContain('column');
    expect(exception?.stacktrace?.frames.some(({ filename }) => filename?.includes('/'))).toBe(true);
    expect(envelopes.join()).not.toMatch(/canary|ada@example|alm_test/i);
  });

  it('are not those that have a code', async () => {
    const before = envelopes.length;
    const missing = await graph.execute(ops.MeDocument, {});
    expect(missing.code).toBe('UNAUTHENTICATED');
    await graph.execute('{ nothingOfTheKind }');
    // What is reported next comes alone.
    const fail = () => Promise.reject(new Error('told last'));
    await giveUp(fail);
    await until(() => events.some(({ exception }) => exception.values[0]?.value === 'told last'));
    expect(envelopes.length).toBe(before + 1);
  });

  const helpers = (attempts: number) => ({ job: { attempts, max_attempts: 3 } }) as JobHelpers;
  const giveUp = (task: () => Promise<void>, attempts = 3) =>
    Promise.resolve(
      observeTasks('scheduling', { 'send-mail': task })['send-mail']?.({}, helpers(attempts)),
    ).catch(() => {});

  it('of jobs are told when they are given up, and not before', async () => {
    const task = jest.fn(() => Promise.reject(new Error('a job for ada@example.com failed')));
    const ofJob = () => events.filter(({ tags }) => tags['job'] === 'scheduling send-mail');
    const before = ofJob().length;
    await giveUp(task, 1);
    await giveUp(task, 2);
    await giveUp(task, 3);
    await until(() => ofJob().length > before);
    expect(task).toHaveBeenCalledTimes(3);
    expect(
      ofJob()
        .slice(before)
        .map(({ exception }) => exception.values[0]?.value),
    ).toEqual(['a job for [e-mail] failed']);
  });
});
