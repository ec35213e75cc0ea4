import { expect, it } from '@jest/globals';
import { awaitedBy, concernedBy } from './concerned.ts';

const user = (id: string) => ({ kind: 'USER', id }) as const;
const nobody = { kind: 'ANONYMOUS', id: '' } as const;
const service = { kind: 'SERVICE', id: 'identity' } as const;
const event = (aggregateId: string, ...audience: string[]) => ({ aggregateId, audience });

const sees = (reader: Parameters<typeof awaitedBy>[0], written: string[]) =>
  awaitedBy(reader).some(key => written.includes(key));

it('a writer sees own writes, and others are not kept from the replica by them', () => {
  const written = concernedBy(user('ada'), []);
  expect(sees(user('ada'), written)).toBe(true);
  expect(sees(user('bob'), written)).toBe(false);
  expect(sees(nobody, written)).toBe(false);
  expect(sees({ kind: 'CLIENT', id: 'ada' }, written)).toBe(true);
});

it('whoever is told of an event sees what it tells of', () => {
  const written = concernedBy(user('ada'), [event('bk_1', 'ada', 'bob')]);
  expect(sees(user('bob'), written)).toBe(true);
  expect(sees(nobody, written)).toBe(true);
  expect(sees(user('eve'), written)).toBe(false);
});

it('what a guest writes is seen by all guests, and by the host', () => {
  const written = concernedBy(nobody, [event('bk_1', 'ada')]);
  expect(sees(nobody, written)).toBe(true);
  expect(sees(user('ada'), written)).toBe(true);
  expect(sees(user('bob'), written)).toBe(false);
});

it('a person who has just signed up sees the own account', () => {
  expect(sees(user('usr_1'), concernedBy(nobody, [event('usr_1')]))).toBe(true);
});

it('a write of which nobody is told, by nobody, is awaited by all', () => {
  for (const writer of [nobody, service]) {
    const written = concernedBy(writer, []);
    expect(sees(user('ada'), written)).toBe(true);
    expect(sees(nobody, written)).toBe(true);
  }
});
