import { afterEach, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform/errors.ts';
import { openingMark } from '#platform/live-marks.ts';
import { anonymous, type Principal } from '#platform/principal.ts';
import type { Subgraph, SubgraphRequest, SubgraphResult } from '#platform/subgraph.ts';
import type { Authenticator } from '../authentication.ts';
import type { Caller } from '../caller.ts';
import type { Execute } from '../execution/execute.ts';
import { until } from '../tests/kit/collect.ts';
import type { Feed, Member } from './feed.ts';
import { createFeeds } from './feeds.ts';
import type { PreparedSubscription } from './prepare-subscription.ts';

const settle = () => new Promise(resolve => setTimeout(resolve, 5));

/** A log in a subgraph that can be cut, and that numbers its events. */
function createLog() {
  const events: number[] = [];
  const readers = new Set<() => void>();
  const log = { opened: [] as (string | null)[], open: 0, isAway: false, isStateful: false };

  function read(after: string | null): AsyncIterableIterator<SubgraphResult> {
    let at = after === null ? events.length : Number(after);
    let said = false;
    let broken: Error | null = null;
    let wake: () => void = () => {};
    const cut = () => {
      broken = new Error('cut');
      wake();
    };
    readers.add(cut);
    log.open++;
    let isOver = false;
    return {
      async next() {
        if (!said) {
          said = true;
          return { done: false, value: openingMark({ from: String(at), isState: log.isStateful }) };
        }
        while (!isOver && !broken && at >= events.length) {
          await new Promise<void>(resolve => {
            wake = resolve;
            wakes.add(resolve);
          });
        }
        if (isOver) return { done: true, value: undefined };
        if (broken) throw broken;
        const live = { cursor: String(++at), isState: log.isStateful };
        return { done: false, value: { data: { number: events[at - 1] }, extensions: { live } } };
      },
      async return() {
        if (!isOver) log.open--;
        isOver = true;
        readers.delete(cut);
        wake();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  const wakes = new Set<() => void>();
  const subgraph: Subgraph = {
    execute: async () => ({}),
    async subscribe({ variables }: SubgraphRequest) {
      const after = (variables?.['after'] ?? null) as string | null;
      if (log.isAway) throw new AppError('UPSTREAM_FAILED', 'away');
      log.opened.push(after);
      return read(after);
    },
  };
  return Object.assign(log, {
    subgraph,
    append(...numbers: number[]) {
      events.push(...numbers);
      for (const wake of wakes) wake();
      wakes.clear();
    },
    cut() {
      for (const cut of [...readers]) cut();
    },
  });
}

const user = (roles: Record<string, string> = {}): Principal => ({
  ...anonymous,
  kind: 'USER',
  id: 'usr_1',
  credential: { kind: 'API_KEY', id: 'key_1' },
  scopes: ['BOOKING_READ'],
  roles,
});

function createWorld({ isResumable = true } = {}) {
  const log = createLog();
  const known = new Map<string, Principal | AppError>([['Bearer a', user()]]);
  let hold: Promise<void> | null = null;
  const execute: Execute = async ({ event }) => {
    await hold;
    return { data: event?.data ?? null };
  };
  const feeds = createFeeds({
    subgraphs: { s: log.subgraph },
    fetchFor: () => async () => ({}),
    sign: async () => '',
    authenticator: {
      async authenticate(authorization: string) {
        const found = known.get(authorization);
        if (found instanceof AppError) throw found;
        return found ?? anonymous;
      },
    } as unknown as Authenticator,
    present: result => result as SubgraphResult,
    explain: error => ({ errors: [{ message: String(error) }] }) as SubgraphResult,
  });
  const prepared = (after: string | null): PreparedSubscription => ({
    key: 'k',
    service: 's',
    query: '',
    upstreamVariables: {},
    variables: {},
    afterVariable: isResumable ? 'after' : null,
    after,
    execute,
    cost: { operation: 0, event: 0, fields: new Map() },
  });

  async function join(
    after: string | null = null,
    principal: Principal = user(),
    authorization = 'Bearer a',
  ) {
    const told = {
      numbers: [] as number[],
      end: undefined as SubgraphResult | null | undefined,
      moved: undefined as string | null | undefined,
      feed: null as Feed | null,
    };
    const member: Member = {
      authorization,
      joined(feed) {
        told.feed = feed;
      },
      push: ({ result }) => told.numbers.push(result.data?.['number'] as number),
      end(last) {
        told.end = last;
      },
      moved(cursor) {
        told.moved = cursor;
      },
    };
    const feed = feeds.feedFor(prepared(after), { principal, requestId: 'r' } as Caller);
    feed.join(member);
    const refusal = await feed.opened;
    return Object.assign(told, { refusal, leave: () => told.feed?.leave(member) });
  }

  return {
    log,
    feeds,
    join,
    known,
    /** Holds executions up; returns the function that lets them go. */
    pause() {
      const held = Promise.withResolvers<void>();
      hold = held.promise;
      return held.resolve;
    },
  };
}

describe('feeds', () => {
  let world: ReturnType<typeof createWorld>;
  afterEach(() => world.feeds.close());

  it('share one upstream and one execution among all who ask the same', async () => {
    world = createWorld();
    const all = await Promise.all(Array.from({ length: 50 }, () => world.join()));
    world.log.append(1, 2, 3);
    await until(() => all.every(({ numbers }) => numbers.length === 3));
    expect(all.map(({ numbers }) => numbers)).toEqual(all.map(() => [1, 2, 3]));
    expect(world.log.opened).toEqual([null]);
    expect(world.feeds.stats).toEqual({ feeds: 1, executed: 3 });
  });

  it('are of one user and one set of rights', async () => {
    world = createWorld();
    await world.join();
    await world.join(null, user({ team_1: 'ADMIN' }));
    await world.join(null, { ...user(), id: 'usr_2' });
    await world.join(null, { ...user(), scopes: [] });
    await world.join(null, anonymous);
    expect(world.feeds.stats.feeds).toBe(5);
    // The order in which rights are named is none of them.
    await world.join(null, { ...user(), scopes: ['BOOKING_READ'], roles: {} });
    expect(world.feeds.stats.feeds).toBe(5);
  });

  it('let go of a silent upstream as soon as the last has left', async () => {
    world = createWorld();
    const [a, b] = [await world.join(), await world.join()];
    a.leave();
    await settle();
    expect(world.log.open).toBe(1);
    b.leave();
    await until(() => world.log.open === 0);
    expect(world.feeds.stats.feeds).toBe(0);
    // The next one begins anew.
    const c = await world.join();
    world.log.append(7);
    await until(() => c.numbers.length === 1);
    expect([a.numbers, b.numbers, c.numbers]).toEqual([[], [], [7]]);
  });

  it('give those who begin at the same cursor a little later what the first had', async () => {
    world = createWorld();
    world.log.append(1, 2, 3, 4);
    const first = await world.join('1');
    await until(() => first.numbers.length === 3);
    const second = await world.join('1');
    world.log.append(5);
    await until(() => second.numbers.length === 4);
    expect([first.numbers, second.numbers]).toEqual([
      [2, 3, 4, 5],
      [2, 3, 4, 5],
    ]);
    expect(world.log.opened).toEqual(['1']);
  });

  it('do not keep more than some for them: the rest is read again', async () => {
    world = createWorld();
    world.log.append(...Array.from({ length: 150 }, (_, index) => index));
    const first = await world.join('0');
    await until(() => first.numbers.length === 150);
    const second = await world.join('0');
    await until(() => second.numbers.length === 150);
    expect(world.log.opened).toEqual(['0', '0']);
  });

  it('become one where they stand at the same event, whatever cursor they began at', async () => {
    world = createWorld();
    world.log.append(1, 2, 3);
    const live = await world.join();
    const late = await Promise.all(['0', '1', '2'].map(after => world.join(after)));
    await until(() => late.every(({ numbers }) => numbers.at(-1) === 3));
    world.log.append(4);
    await until(() => world.feeds.stats.feeds === 1);
    const { executed } = world.feeds.stats;
    world.log.append(5, 6);
    await until(() => [live, ...late].every(({ numbers }) => numbers.at(-1) === 6));
    expect(world.feeds.stats).toEqual({ feeds: 1, executed: executed + 2 });
    expect(live.numbers).toEqual([4, 5, 6]);
    expect(late.map(({ numbers }) => numbers)).toEqual([
      [1, 2, 3, 4, 5, 6],
      [2, 3, 4, 5, 6],
      [3, 4, 5, 6],
    ]);
    // Those who came from elsewhere leave from where they are.
    for (const member of [live, ...late]) member.leave();
    await until(() => world.log.open === 0);
  });

  it('open a broken upstream again behind the last event, and lose none', async () => {
    world = createWorld();
    const a = await world.join();
    world.log.append(1);
    await until(() => a.numbers.length === 1);
    world.log.isAway = true;
    world.log.cut();
    world.log.append(2, 3);
    await settle();
    world.log.isAway = false;
    await until(() => a.numbers.length === 3);
    expect(a.numbers).toEqual([1, 2, 3]);
    expect(world.log.opened).toEqual([null, '1']);
  });

  it('lose nothing where the upstream breaks before its first event', async () => {
    world = createWorld();
    world.log.append(1);
    const a = await world.join();
    world.log.cut();
    world.log.append(2);
    await until(() => a.numbers.length === 1);
    expect(a.numbers).toEqual([2]);
    expect(world.log.opened).toEqual([null, '1']);
  });

  it('end where what broke cannot be gone on with', async () => {
    world = createWorld({ isResumable: false });
    const a = await world.join();
    world.log.cut();
    await until(() => a.end !== undefined);
    expect(a.end).toMatchObject({ errors: [{ message: expect.stringContaining('cut') }] });
  });

  it('tell newcomers the state that the others know, and begin with it again after a break', async () => {
    world = createWorld({ isResumable: false });
    world.log.isStateful = true;
    const first = await world.join();
    world.log.append(1, 2);
    await until(() => first.numbers.length === 2);
    const second = await world.join();
    expect(second.numbers).toEqual([2]);
    world.log.cut();
    await until(() => world.log.opened.length === 2);
    world.log.append(3);
    await until(() => second.numbers.length === 2);
    expect([first.numbers, second.numbers]).toEqual([
      [1, 2, 3],
      [2, 3],
    ]);
  });

  it('look at each credential before each event', async () => {
    world = createWorld();
    world.known.set('Bearer b', user());
    const a = await world.join();
    const b = await world.join(null, user(), 'Bearer b');
    world.log.append(1);
    await until(() => b.numbers.length === 1);
    world.known.set('Bearer b', new AppError('UNAUTHENTICATED', 'gone'));
    world.log.append(2);
    await until(() => a.numbers.length === 2);
    expect(b).toMatchObject({
      numbers: [1],
      end: { errors: [{ message: expect.stringContaining('gone') }] },
    });
    expect(a.end).toBeUndefined();
  });

  it('let go of those whose rights are others now, before the event that shows it', async () => {
    world = createWorld();
    const a = await world.join();
    world.log.append(1);
    await until(() => a.numbers.length === 1);
    world.known.set('Bearer a', user({ team_1: 'MEMBER' }));
    world.log.append(2);
    await until(() => a.moved !== undefined);
    expect(a).toMatchObject({ numbers: [1], moved: '1', end: undefined });
    expect(world.feeds.stats.feeds).toBe(0);
  });

  it('execute one event at a time, in order, however long it takes', async () => {
    world = createWorld();
    const a = await world.join();
    const go = world.pause();
    world.log.append(1, 2, 3);
    await settle();
    expect(world.feeds.stats.executed).toBe(1);
    go();
    await until(() => a.numbers.length === 3);
    expect(a.numbers).toEqual([1, 2, 3]);
  });

  it('say at once that a subgraph is not there', async () => {
    world = createWorld();
    world.log.isAway = true;
    const { refusal } = await world.join();
    expect(refusal).toMatchObject({ errors: [{ message: expect.stringContaining('away') }] });
    expect(world.feeds.stats.feeds).toBe(0);
  });
});
