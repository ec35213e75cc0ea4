import { describe, expect, it } from '@jest/globals';
import { keyRingAt } from './signing-key.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ids = (keys: readonly { id: string }[]) => keys.map(key => key.id);

describe('the ring of signing keys', () => {
  it('is due for its first key when it is empty', () => {
    expect(keyRingAt([], 0)).toEqual({ signing: null, published: [], expired: [], isRotationDue: true });
  });

  it('signs with its only key at once', () => {
    const ring = keyRingAt([{ id: 'a', createdAt: 0 }], 0);
    expect(ring.signing?.id).toBe('a');
    expect(ring.isRotationDue).toBe(false);
  });

  it('shows a new key for an hour before that signs', () => {
    const keys = [
      { id: 'a', createdAt: 0 },
      { id: 'b', createdAt: 30 * DAY },
    ];
    const before = keyRingAt(keys, 30 * DAY + HOUR - 1);
    expect(before.signing?.id).toBe('a');
    expect(ids(before.published)).toEqual(['a', 'b']);
    const after = keyRingAt(keys, 30 * DAY + HOUR);
    expect(after.signing?.id).toBe('b');
    expect(ids(after.published)).toEqual(['b', 'a']);
  });

  it('lets the old key verify for a day more, and then no longer', () => {
    const keys = [
      { id: 'a', createdAt: 0 },
      { id: 'b', createdAt: 30 * DAY },
    ];
    const end = 30 * DAY + HOUR + DAY;
    expect(ids(keyRingAt(keys, end - 1).published)).toEqual(['b', 'a']);
    const ring = keyRingAt(keys, end);
    expect(ids(ring.published)).toEqual(['b']);
    expect(ids(ring.expired)).toEqual(['a']);
  });

  it('asks for a new key after thirty days', () => {
    expect(keyRingAt([{ id: 'a', createdAt: 0 }], 30 * DAY - 1).isRotationDue).toBe(false);
    expect(keyRingAt([{ id: 'a', createdAt: 0 }], 30 * DAY).isRotationDue).toBe(true);
  });

  it('does not depend on the order in which keys come', () => {
    const keys = [
      { id: 'b', createdAt: 30 * DAY },
      { id: 'a', createdAt: 0 },
    ];
    expect(keyRingAt(keys, 31 * DAY)).toEqual(keyRingAt([...keys].reverse(), 31 * DAY));
  });
});
