import { describe, expect, it } from '@jest/globals';
import { idsIn } from './entity-changes.ts';
import { newId } from './ids.ts';

describe('the ids in an event', () => {
  it('are found under any name, at any depth, once', () => {
    const [type, user, team] = [newId('etp'), newId('usr'), newId('team')];
    const payload = { anything: { deep: [{ whose: user }, [team, user]] }, none: null, count: 3 };
    expect(idsIn({ aggregateId: type, payload }).sort()).toEqual([type, user, team].sort());
  });

  it('are those of objects, not what merely has an underscore', () => {
    const payload = { name: 'a_b', key: `etp_${'u'.repeat(26)}`, slug: 'usr_01', at: '2026-01-01T00:00:00Z' };
    expect(idsIn({ aggregateId: 'usr_', payload })).toEqual([]);
  });
});
