import { describe, expect, it } from '@jest/globals';
import { type ObjectTypeDefinitionNode, parse, print } from 'graphql';
import { withAudiences } from './contract-tags.ts';

const fieldOf = (directives: string) => {
  const [type] = withAudiences(parse(`type Query { one: Int ${directives} }`)).definitions;
  return print((type as ObjectTypeDefinitionNode).fields?.[0] as never).replace(/^one: Int ?/, '');
};

describe('withAudiences', () => {
  it.each([
    ['@access(to: "USER", scope: "BOOKING_READ")', '@tag(name: "partner")'],
    ['@access(to: "CLIENT")', '@tag(name: "partner")'],
    // It is there from a date on, for nobody else than before.
    ['@access(to: "USER") @tag(name: "since-2027-01-01")', '@tag(name: "partner")'],
  ])('keeps %s from those without a credential', (declared, added) => {
    expect(fieldOf(declared)).toBe(`${declared} ${added}`);
  });

  it.each([
    '',
    '@access(to: "PUBLIC", scope: "BOOKING_READ", role: "GUEST_OR_ORGANIZER")',
    '@access(to: "SERVICE") @inaccessible',
    '@access(to: "USER") @tag(name: "internal")',
    '@tag(name: "partner") @access(to: "USER")',
    '@cost(weight: 10)',
  ])('leaves %j as it is', declared => {
    expect(fieldOf(declared)).toBe(declared);
  });
});
