import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { createEventLog, type EventLog, type LoggedEvent } from '../event-log.ts';
import { newId } from '../ids.ts';
import { createLogger } from '../logger.ts';
import { createOrm, statements } from '../orm.ts';
import { appendEvents, type DomainEvent } from '../outbox.ts';
import { createLocalWakeChannel } from '../pubsub.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';

const log = createLogger('test', 'silent');

function event(aggregateId: string, version = 1): DomainEvent {
  return {
    id: newId('evt'),
    name: 'thing.changed',
    aggregateType: 'thing',
    aggregateId,
    version,
    payload: {},
    metadata: {
      actor: { kind: 'SERVICE', id: 'test' },
      organizationId: null,
      occurredAt: '2027-01-01T00:00:00.000Z',
      correlationId: 'test',
      causationId: null,
    },
    audience: ['everybody'],
  };
}

describe('the event log', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  const channel = createLocalWakeChannel();
  let eventLog: EventLog;

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await createOrm({
      url: database.urlOf('scheduling'),
      schema: 'scheduling',
      entities: [],
      migrations: [],
      poolSize: 25,
      log,
    });
    eventLog = createEventLog(orm, channel, log);
  });
  afterAll(async () => {
    eventLog.close();
    await orm.close();
    await database.drop();
  });

  /** Commits an event; `holdMs` keeps its transaction open after the number in the log was taken. */
  async function write(written: DomainEvent, holdMs = 0): Promise<void> {
    await (orm.em.fork() as EntityManager).transactional(async em => {
      await appendEvents(em as EntityManager, [written], () => []);
      if (holdMs > 0) await sleep(holdMs);
    });
    channel.wake();
  }

  async function take(reader: AsyncIterator<LoggedEvent>, count: number): Promise<LoggedEvent[]> {
    const taken: LoggedEvent[] = [];
    while (taken.length < count) {
      const step = await reader.next();
      if (step.done) break;
      taken.push(step.value);
    }
    return taken;
  }

  const onlyThing = (aggregateId: string) => (logged: LoggedEvent) => logged.aggregateId === aggregateId;

  it('delivers what is committed after the subscription, and nothing older', async () => {
    await write(event('a'));
    const reader = await eventLog.subscribe({ accepts: onlyThing('a') });
    const wanted = event('a', 2);
    await write(wanted);
    const [first] = await take(reader, 1);
    expect(first?.id).toBe(wanted.id);
    await reader.return?.();
  });

  it('delivers nothing older while another transaction is open', async () => {
    const holding = write(event('held'), 300);
    await sleep(50);
    await write(event('c'));
    const reader = await eventLog.subscribe({ accepts: onlyThing('c') });
    const wanted = event('c', 2);
    await write(wanted);
    await holding;
    const [first] = await take(reader, 1);
    expect(first?.id).toBe(wanted.id);
    await reader.return?.();
  });

  it('loses nothing under writers whose transactions commit out of order', async () => {
    const reader = await eventLog.subscribe({ accepts: onlyThing('b') });
    const written = Array.from({ length: 200 }, (_, index) => event('b', index));
    const received = take(reader, written.length);
    const writers = Array.from({ length: 20 }, async (_, writer) => {
      for (const own of written.filter((__, index) => index % 20 === writer))
        await write(own, Math.random() * 20);
    });
    await Promise.all(writers);
    const logged = await received;
    expect(new Set(logged.map(({ id }) => id))).toEqual(new Set(written.map(({ id }) => id)));
    await reader.return?.();
  }, 60_000);

  it('would lose events if it went by the sequence alone', async () => {
    const seen = new Set<string>();
    let highest = 0;
    const written = Array.from({ length: 200 }, (_, index) => event('control', index));
    let isWriting = true;
    const poll = async () => {
      const { rows } = await sql<{ id: string; sequence: string }>`
        select id, sequence from outbox_events where aggregate_id = 'control' and sequence > ${highest}
        order by sequence`.execute(statements(orm.em.fork() as EntityManager));
      for (const row of rows) {
        seen.add(row.id);
        highest = Number(row.sequence);
      }
    };
    const poller = (async () => {
      while (isWriting) await poll();
    })();
    await Promise.all(
      Array.from({ length: 20 }, async (_, writer) => {
        for (const own of written.filter((__, index) => index % 20 === writer))
          await write(own, Math.random() * 20);
      }),
    );
    isWriting = false;
    await poller;
    await poll();
    expect(seen.size).toBeLessThan(written.length);
  }, 60_000);

  it('replays from a cursor exactly what was delivered live', async () => {
    const live = await eventLog.subscribe({ accepts: onlyThing('c') });
    const written = Array.from({ length: 30 }, (_, index) => event('c', index));
    for (const one of written) await write(one);
    const delivered = await take(live, 30);
    await live.return?.();
    const replay = await eventLog.subscribe({ after: delivered[9]?.cursor ?? null, accepts: onlyThing('c') });
    expect((await take(replay, 20)).map(({ id }) => id)).toEqual(delivered.slice(10).map(({ id }) => id));
    await replay.return?.();
  });

  it('serves a reader that is far behind from the database', async () => {
    const keeper = await eventLog.subscribe({ accepts: () => false });
    const start = await eventLog.subscribe({ accepts: onlyThing('d') });
    await write(event('d', 0));
    const [first] = await take(start, 1);
    await start.return?.();
    await database.query(
      `insert into scheduling.outbox_events (id, name, aggregate_type, aggregate_id, version, payload, metadata, audience, occurred_at)
       select gen_random_uuid(), 'thing.changed', 'thing', 'd', n, '{}', '{}', '{}', now() from generate_series(1, 3000) n`,
    );
    channel.wake();
    const reader = await eventLog.subscribe({ after: first?.cursor ?? null, accepts: onlyThing('d') });
    const versions = (await take(reader, 3000)).map(({ version }) => version);
    expect(versions).toEqual(Array.from({ length: 3000 }, (_, index) => index + 1));
    await reader.return?.();
    await keeper.return?.();
  });

  it('is left at once by a reader that waits for something that never comes', async () => {
    const reader = await eventLog.subscribe({ accepts: () => false });
    const waiting = reader.next();
    await reader.return?.();
    expect((await waiting).done).toBe(true);
  });

  it('is noticed without a wake-up within a second or so', async () => {
    const reader = await eventLog.subscribe({ accepts: onlyThing('e') });
    const started = Date.now();
    await (orm.em.fork() as EntityManager).transactional(em =>
      appendEvents(em as EntityManager, [event('e')], () => []),
    );
    await take(reader, 1);
    expect(Date.now() - started).toBeLessThan(3000);
    await reader.return?.();
  });

  it.each([
    '',
    'x',
    'MTIz',
    Buffer.from('1.2.3').toString('base64url'),
    Buffer.from('-1.2').toString('base64url'),
  ])('refuses the cursor %j', async after => {
    await expect(eventLog.subscribe({ after, accepts: () => true })).rejects.toThrow(
      '`after` must be a cursor',
    );
  });
});
