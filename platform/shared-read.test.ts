import { expect, it } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sharedRead } from './shared-read.ts';

const database = {};
const em = { isInTransaction: () => false, getDriver: () => database } as unknown as EntityManager;
const inTransaction = { ...em, isInTransaction: () => true } as unknown as EntityManager;

/** Reads that end when they are told to. */
function slowReads() {
  const begun: { key: string; end: (answer: string) => void; fail: (error: Error) => void }[] = [];
  const read = sharedRead<string, string>(
    (_, key) => new Promise((end, fail) => begun.push({ key, end, fail })),
    key => key,
  );
  return { begun, read };
}

const settled = () => new Promise<void>(done => setImmediate(done));

it('makes one read for all who come while another is under way, and begins it after they came', async () => {
  const { begun, read } = slowReads();
  const first = read(em, 'a');
  const late = [read(em, 'a'), read(em, 'a'), read(em, 'a')];
  expect(begun).toHaveLength(1);
  begun[0]?.end('old');
  expect(await first).toBe('old');
  await settled();
  expect(begun).toHaveLength(2);
  begun[1]?.end('new');
  expect(await Promise.all(late)).toEqual(['new', 'new', 'new']);
  await settled();
  void read(em, 'a');
  expect(begun).toHaveLength(3);
});

it('goes on after a read that failed, whose error all its askers get', async () => {
  const { begun, read } = slowReads();
  const first = read(em, 'a');
  const late = [read(em, 'a'), read(em, 'a')];
  begun[0]?.fail(new Error('lost'));
  await expect(first).rejects.toThrow('lost');
  await settled();
  begun[1]?.fail(new Error('lost again'));
  for (const asked of late) await expect(asked).rejects.toThrow('lost again');
  await settled();
  void read(em, 'a');
  expect(begun).toHaveLength(3);
});

it('keeps questions, databases and transactions apart', async () => {
  const { begun, read } = slowReads();
  const other = { ...em, getDriver: () => ({}) } as unknown as EntityManager;
  void read(em, 'a');
  void read(em, 'b');
  void read(other, 'a');
  void read(inTransaction, 'a');
  void read(inTransaction, 'a');
  expect(begun.map(({ key }) => key)).toEqual(['a', 'b', 'a', 'a', 'a']);
});
