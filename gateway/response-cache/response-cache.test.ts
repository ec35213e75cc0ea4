import { beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import type { JsonObject } from '#platform/json.ts';
import { anonymous } from '#platform/principal.ts';
import type { Caller } from '../caller.ts';
import type { Result } from '../execution/execute.ts';
import { type Changes, createChanges } from './changes.ts';
import { createResponseCache, type ResponseCache } from './response-cache.ts';
import { createMemoryStore, type ResponseStore } from './store.ts';

const SETTLE_MS = 5_000;
const anybody = { principal: anonymous } as Caller;

describe('the response cache', () => {
  let time: number;
  let changes: Changes;
  let store: ResponseStore;
  let cache: ResponseCache;
  let reads: number;
  /** What is read next, and what happens while it is. */
  let result: Result;
  let meanwhile: () => void | Promise<void>;

  beforeEach(() => {
    time = 1_000_000;
    reads = 0;
    result = { data: { user: { name: 'Ada' } } };
    meanwhile = () => {};
    changes = createChanges({ sources: ['a'], now: () => time, settleMs: SETTLE_MS });
    store = createMemoryStore(1_000_000);
    const observe = { looked() {}, stored() {} };
    cache = createResponseCache({ name: 'test', store, changes, now: () => time, observe });
    changes.hear('a', [], true);
    pass(SETTLE_MS);
  });

  /** Time passes; whoever tells of changes says so. */
  function pass(ms: number) {
    time += ms;
    changes.hear('a', [], false);
  }

  const ask = (variables: JsonObject = {}, tags: readonly string[] = ['usr_1'], isTagged = true) =>
    cache.answer({
      caller: anybody,
      key: ['graph', 'query', variables],
      variables,
      policy: { maxAge: 300, scope: 'PUBLIC', keys: [] },
      isTagged,
      async read() {
        reads++;
        await meanwhile();
        return { result, tags: new Set(tags) };
      },
    });

  it('answers from what was read, for as long as it is good', async () => {
    expect(await ask()).toBe(result);
    pass(299_999);
    expect(await ask()).toEqual({ data: { user: { name: 'Ada' } } });
    expect(reads).toBe(1);
    pass(1);
    await ask();
    expect(reads).toBe(2);
  });

  it('knows the same variables in any order, and others', async () => {
    await ask({ a: 1, b: { c: [1], d: null } });
    await ask({ b: { d: null, c: [1] }, a: 1 });
    expect(reads).toBe(1);
    await ask({ a: 1, b: { c: [2], d: null } });
    await ask({ a: 1, b: { c: [1] } });
    expect(reads).toBe(3);
  });

  it.each<[string, Result, string[]]>([
    ['errors', { data: { user: { name: null } }, errors: [new GraphQLError('no')] }, ['usr_1']],
    ['no data', { errors: [new GraphQLError('no')] }, []],
    ['nulls that nobody explained', { data: { user: {} }, extensions: { valueCompletion: [] } }, ['usr_1']],
    ['nothing found', { data: { user: null } }, []],
    ['nothing found beside something', { data: { user: null, other: {} } }, ['usr_1']],
    ['no ids where some could be', { data: { users: [] } }, []],
    ['more than a megabyte', { data: { user: { name: 'x'.repeat(1_000_000) } } }, ['usr_1']],
  ])('keeps nothing with %s', async (_, answer, tags) => {
    result = answer;
    await ask({}, tags);
    await ask({}, tags);
    expect(reads).toBe(2);
  });

  it('keeps what has no ids at all', async () => {
    result = { data: { holidays: [{ name: 'New Year' }] } };
    await ask({}, [], false);
    await ask({}, [], false);
    expect(reads).toBe(1);
  });

  it('forgets what has changed, and only that', async () => {
    await ask({ id: 1 }, ['usr_1', 'team_1']);
    await ask({ id: 2 }, ['usr_2']);
    changes.hear('a', ['team_1'], false);
    await ask({ id: 1 }, ['usr_1', 'team_1']);
    expect(reads).toBe(3);
    await ask({ id: 2 }, ['usr_2']);
    expect(reads).toBe(3);
  });

  it('keeps nothing that changed while it was read, nor shortly after', async () => {
    meanwhile = () => changes.hear('a', ['usr_1'], false);
    await ask();
    meanwhile = () => {};
    pass(SETTLE_MS - 1);
    await ask();
    await ask();
    expect(reads).toBe(3);
    pass(1);
    await ask();
    await ask();
    expect(reads).toBe(4);
  });

  it('neither reads nor writes while nobody tells of changes', async () => {
    await ask();
    changes.lose('a');
    expect(await ask()).toBeNull();
    changes.hear('a', [], true);
    await ask({ other: true });
    meanwhile = () => changes.lose('a');
    await ask({ another: true });
    expect(reads).toBe(3);
    expect(store.entries).toBe(1);
  });

  it('trusts nothing from before it heard again', async () => {
    await ask();
    changes.lose('a');
    changes.hear('a', [], true);
    await ask();
    expect(reads).toBe(2);
  });

  describe('several who ask at once', () => {
    let go: () => void;
    beforeEach(() => {
      const { promise, resolve } = Promise.withResolvers<void>();
      go = resolve;
      meanwhile = () => promise;
    });
    const turns = async () => {
      for (let i = 0; i < 10; i++) await Promise.resolve();
    };

    it('share one reading', async () => {
      const all = [ask(), ask(), ask()];
      await turns();
      go();
      expect(await Promise.all(all)).toEqual([result, result, result]);
      expect(reads).toBe(1);
    });

    it('do not share a refusal', async () => {
      result = { data: null, errors: [new GraphQLError('too many')] };
      const all = [ask(), ask()];
      await turns();
      go();
      expect(await Promise.all(all)).toEqual([result, null]);
    });

    it('do not share what began before the last change', async () => {
      const first = ask();
      await turns();
      changes.hear('a', ['usr_9'], false);
      const second = ask();
      await turns();
      go();
      await Promise.all([first, second]);
      expect(reads).toBe(2);
    });
  });

  it.each([
    ['no maxAge', { maxAge: 0 }, {}, false],
    ['PRIVATE', { scope: 'PRIVATE' as const }, {}, false],
    ['a key', { keys: ['privateLink'] }, { privateLink: 'plk_1' }, false],
    ['no key', { keys: ['privateLink'] }, { privateLink: null }, true],
  ])('is for public reads: %s', (_, part, variables, applies) => {
    const policy = { maxAge: 300, scope: 'PUBLIC' as const, keys: [], ...part };
    expect(cache.applies({ caller: anybody, policy, variables })).toBe(applies);
    const user = { principal: { ...anonymous, kind: 'USER' } } as unknown as Caller;
    expect(cache.applies({ caller: user, policy, variables })).toBe(false);
  });
});
