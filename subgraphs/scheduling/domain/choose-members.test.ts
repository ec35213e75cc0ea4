import { describe, expect, it } from '@jest/globals';
import { chooseMembers } from './choose-members.ts';

const group = (name: string, required: number, ...ids: string[]) => ({ name, required, hostIds: ids });
const turn = (hostId: string, count: number) => ({
  hostId,
  count,
  weight: 100,
  priority: 2,
  calibration: 0,
  lastAssignedAt: null,
});

describe('choosing members', () => {
  const surgeons = group('Surgeons', 2, 'a', 'b', 'c');
  const nurses = group('Nurses', 1, 'd', 'e');
  const place = (placeId: string, of?: typeof surgeons, hostId = placeId) => ({
    placeId,
    hostId,
    ...(of && { group: of }),
  });
  const open = [
    place('z'),
    ...['a', 'b', 'c'].map(id => place(id, surgeons)),
    ...['d', 'e'].map(id => place(id, nurses)),
  ];
  const ids = (turns: ReturnType<typeof turn>[], from = open) =>
    chooseMembers(from, turns).chosen.map(({ placeId }) => placeId);

  it('takes whose turn it is of each group, and whoever is in none', () => {
    const turns = [turn('a', 3), turn('b', 1), turn('c', 2), turn('d', 5), turn('e', 4), turn('z', 9)];
    expect(ids(turns)).toEqual(['z', 'b', 'c', 'e']);
    expect(ids(turns.map(({ hostId }) => turn(hostId, 0)))).toEqual(['z', 'a', 'b', 'd']);
  });

  it('counts the turn of the place, not of who stands in', () => {
    const standing = [place('d', nurses, 'x'), place('e', nurses, 'y')];
    expect(chooseMembers(standing, [turn('d', 1), turn('e', 0)]).chosen).toEqual([standing[1]]);
  });

  it('says of each why it was theirs, among the members of their group', () => {
    const takers = [turn('a', 3), turn('b', 1), turn('c', 2), turn('d', 5), turn('e', 4), turn('z', 9)];
    const { turns } = chooseMembers(open, takers);
    expect(
      turns.map(({ placeId, group: of, decision }) => [
        placeId,
        of?.name,
        decision.decidedBy,
        decision.candidates.map(({ hostId, count }) => [hostId, count]),
      ]),
    ).toEqual([
      [
        'b',
        'Surgeons',
        'TURN',
        [
          ['a', 3],
          ['b', 1],
          ['c', 2],
        ],
      ],
      // Whoever is chosen already takes no second turn.
      [
        'c',
        'Surgeons',
        'TURN',
        [
          ['a', 3],
          ['c', 2],
        ],
      ],
      [
        'e',
        'Nurses',
        'TURN',
        [
          ['d', 5],
          ['e', 4],
        ],
      ],
    ]);
  });
});
