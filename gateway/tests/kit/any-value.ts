import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { Dice } from './dice.ts';

const texts = [
  '',
  'alpha',
  "' or 1=1 --",
  'a\0b',
  '\ud800',
  '👩‍👩‍👧',
  'x'.repeat(5_000),
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{"$ne":null}',
  'eyJbIjoxfQ',
  'WyJhIl0',
  '%',
  '\u202eabc\r\nBcc: a@b.example',
];
/** Of each scalar, what it takes and what it does not. */
const byScalar: Record<string, { right: readonly unknown[]; wrong: readonly unknown[] }> = {
  Int: { right: [0, 1, 5, 30, 60, 1000, -1, 2_147_483_647, -2_147_483_648], wrong: [1.5, '1', 2 ** 40] },
  Float: { right: [0, 0.5, -1e308, 1e308], wrong: ['1'] },
  Boolean: { right: [true, false], wrong: ['true'] },
  DateTime: {
    right: ['2030-01-01T09:00:00Z', '2030-01-01T10:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
    wrong: ['2030-02-30T00:00:00Z', 'now', 0],
  },
  Date: { right: ['2030-01-01', '2030-01-02', '0001-01-01', '9999-12-31'], wrong: ['2030-02-30'] },
  LocalTime: { right: ['09:00', '17:30', '00:00'], wrong: ['9', '25:00'] },
  TimeZone: { right: ['UTC', 'Europe/Berlin'], wrong: ['+02:00', 'Mars/Olympus'] },
  EmailAddress: { right: ['grace@example.com'], wrong: ['a@b', 'a b@example.com'] },
  Locale: { right: ['en', 'de-AT'], wrong: ['xx-invalid-locale'] },
  JSON: { right: [null, {}, [], 'a', 1, { __typename: 'x' }, { a: [{ b: null }] }], wrong: [null] },
};
/** One wrong value refuses the whole operation: most should get further. */
const RARE = 80;

/** A value for an input, more often right than wrong: optional fields, ids that exist, and what nobody should send. */
export function anyValue(type: GraphQLInputType, roll: Dice, ids: readonly string[], depth = 0): unknown {
  const isNull = roll(isNonNullType(type) ? RARE : 8) === 0;
  return isNull ? null : presentValue(isNonNullType(type) ? type.ofType : type, roll, ids, depth);
}

function presentValue(type: GraphQLInputType, roll: Dice, ids: readonly string[], depth: number): unknown {
  const pick = <Item>(items: readonly Item[]) => items[roll(items.length)];
  if (isListType(type))
    return Array.from({ length: depth > 2 ? 0 : roll(4) }, () => anyValue(type.ofType, roll, ids, depth + 1));
  if (isEnumType(type)) return roll(RARE) === 0 ? 'NOTHING' : pick(type.getValues())?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      field =>
        (isNonNullType(field.type) && field.defaultValue === undefined) || (depth < 4 && roll(2) === 0),
    );
    const chosen = type.isOneOf ? fields.slice(0, 1) : fields;
    return Object.fromEntries(
      chosen.map(({ name, type: each }) => [name, anyValue(each, roll, ids, depth + 1)]),
    );
  }
  const known = byScalar[type.name];
  if (known) return pick(roll(RARE) === 0 ? known.wrong : known.right);
  return roll(type.name === 'ID' ? 5 : 3) > 0 ? pick(ids) : pick(texts);
}
