import { describe, expect, it } from '@jest/globals';
import type { BookingField, BookingFieldType } from './booking-fields.ts';
import {
  type Routing,
  type RoutingCondition,
  type RoutingDestination,
  type RoutingGroup,
  type RoutingOperator,
  type RoutingRule,
  route,
  routingFault,
} from './routing.ts';

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
  { value: 'A', label: 'Capital A' },
];
const field = (slug: string, type: BookingFieldType): BookingField => ({
  slug,
  label: slug,
  type,
  required: false,
  options: ['SELECT', 'RADIO', 'MULTI_SELECT', 'CHECKBOX'].includes(type) ? options : [],
});
const fields = [
  field('company', 'TEXT'),
  field('size', 'NUMBER'),
  field('plan', 'SELECT'),
  field('topics', 'CHECKBOX'),
  field('mails', 'MULTI_EMAIL'),
  field('urgent', 'BOOLEAN'),
];
const message = (text: string): RoutingDestination => ({ kind: 'MESSAGE', message: text });
const when = (...conditions: RoutingCondition[]): RoutingGroup => ({ match: 'ALL', conditions, groups: [] });
const is = (name: string, operator: RoutingOperator, value: unknown = null): RoutingCondition => ({
  field: name,
  operator,
  value,
});
const rule = (name: string, group: RoutingGroup, destination = message(name)): RoutingRule => ({
  name,
  when: group,
  destination,
});
const form = (...rules: RoutingRule[]): Routing => ({ fields, rules, fallback: message('fallback') });
const answersOf = (answers: Record<string, unknown>) =>
  Object.entries(answers).map(([slug, value]) => ({ slug, value }));
const routed = (routing: Routing, answers: Record<string, unknown>) =>
  route(routing, answersOf(answers), destination => destination)?.rule?.name ?? 'fallback';
const matches = (condition: RoutingCondition, answers: Record<string, unknown>) =>
  routed(form(rule('yes', when(condition))), answers) === 'yes';

describe('a condition', () => {
  it.each<[RoutingCondition, Record<string, unknown>, boolean]>([
    [is('company', 'EQUALS', 'Acme'), { company: ' ACME ' }, true],
    [is('company', 'EQUALS', 'Acme'), { company: 'Acme Inc' }, false],
    [is('company', 'EQUALS', 'Acme'), {}, false],
    [is('company', 'NOT_EQUALS', 'Acme'), {}, true],
    [is('company', 'NOT_EQUALS', 'Acme'), { company: 'acme' }, false],
    [is('company', 'CONTAINS', 'cm'), { company: 'ACME' }, true],
    [is('company', 'CONTAINS', 'cm'), {}, false],
    [is('company', 'NOT_CONTAINS', 'cm'), {}, true],
    [is('company', 'NOT_CONTAINS', 'cm'), { company: 'ACME' }, false],
    [is('company', 'ONE_OF', ['x', 'Acme']), { company: 'acme' }, true],
    [is('company', 'NOT_ONE_OF', ['x', 'Acme']), { company: 'acme' }, false],
    [is('company', 'NOT_ONE_OF', ['x']), {}, true],
    [is('company', 'IS_EMPTY'), {}, true],
    [is('company', 'IS_EMPTY'), { company: 'x' }, false],
    [is('company', 'IS_NOT_EMPTY'), { company: 'x' }, true],
    [is('company', 'IS_NOT_EMPTY'), {}, false],
    [is('size', 'EQUALS', 10), { size: 10 }, true],
    [is('size', 'ONE_OF', [1, 10]), { size: 10 }, true],
    [is('size', 'GREATER_THAN', 10), { size: 10 }, false],
    [is('size', 'GREATER_THAN', 10), { size: 10.5 }, true],
    [is('size', 'GREATER_THAN', -1), {}, false],
    [is('size', 'LESS_THAN', 10), { size: 9 }, true],
    [is('size', 'LESS_THAN', 10), { size: 10 }, false],
    [is('size', 'LESS_THAN', 10), {}, false],
    [is('plan', 'EQUALS', 'a'), { plan: 'a' }, true],
    // Options are other ones if they are written otherwise.
    [is('plan', 'EQUALS', 'a'), { plan: 'A' }, false],
    [is('topics', 'CONTAINS', 'a'), { topics: ['b', 'a'] }, true],
    [is('topics', 'CONTAINS', 'a'), { topics: ['b'] }, false],
    [is('topics', 'NOT_CONTAINS', 'a'), { topics: ['b'] }, true],
    [is('topics', 'ONE_OF', ['a', 'A']), { topics: ['b', 'A'] }, true],
    [is('topics', 'NOT_ONE_OF', ['a', 'A']), { topics: ['b', 'A'] }, false],
    [is('mails', 'CONTAINS', 'Ada@example.com'), { mails: ['ada@example.com'] }, true],
    [is('mails', 'CONTAINS', 'ada'), { mails: ['ada@example.com'] }, false],
    [is('urgent', 'EQUALS', true), { urgent: true }, true],
    [is('urgent', 'EQUALS', false), { urgent: false }, true],
    [is('urgent', 'EQUALS', false), {}, false],
  ])('%j of %j: %s', (condition, answers, expected) => {
    expect(routingFault(form(rule('yes', when(condition))))).toBeNull();
    expect(matches(condition, answers)).toBe(expected);
  });
});

describe('a form', () => {
  const big = is('size', 'GREATER_THAN', 100);
  const acme = is('company', 'EQUALS', 'Acme');
  const urgent = is('urgent', 'EQUALS', true);

  it('leads by the first rule that matches, else to the fallback', () => {
    const routing = form(rule('big', when(big)), rule('acme', when(acme)));
    expect(routed(routing, { size: 500, company: 'Acme' })).toBe('big');
    expect(routed(routing, { size: 5, company: 'Acme' })).toBe('acme');
    expect(routed(routing, { size: 5 })).toBe('fallback');
    expect(routed(form(), {})).toBe('fallback');
  });

  it('asks for all or for any of a group, and of groups within', () => {
    const all = form(rule('all', { match: 'ALL', conditions: [big, acme], groups: [] }));
    const any = form(rule('any', { match: 'ANY', conditions: [big, acme], groups: [] }));
    const nested = form(
      rule('nested', {
        match: 'ALL',
        conditions: [urgent],
        groups: [{ match: 'ANY', conditions: [big, acme], groups: [] }],
      }),
    );
    expect([routed(all, { size: 500 }), routed(any, { size: 500 })]).toEqual(['fallback', 'any']);
    expect(routed(all, { size: 500, company: 'Acme' })).toBe('all');
    expect(routed(nested, { urgent: true, company: 'Acme' })).toBe('nested');
    expect(routed(nested, { urgent: true })).toBe('fallback');
    expect(routed(nested, { company: 'Acme' })).toBe('fallback');
  });

  it('passes over what leads nowhere any more', () => {
    const routing = form(rule('first', when(big)), rule('second', when(big)));
    const answers = answersOf({ size: 500 });
    const closed =
      (...names: string[]) =>
      (destination: RoutingDestination) =>
        destination.kind === 'MESSAGE' && names.includes(destination.message) ? null : destination;
    expect(route(routing, answers, closed('first'))?.rule?.name).toBe('second');
    expect(route(routing, answers, closed('first', 'second'))).toEqual({
      rule: null,
      destination: message('fallback'),
    });
    expect(route(routing, answers, closed('first', 'second', 'fallback'))).toBeNull();
  });

  it.each<[string, RoutingCondition]>([
    ['field', is('unknown', 'EQUALS', 'x')],
    ['operator', is('company', 'GREATER_THAN', 1)],
    ['operator', is('topics', 'EQUALS', 'a')],
    ['operator', is('urgent', 'CONTAINS', true)],
    ['value', is('plan', 'EQUALS', 'c')],
    ['value', is('plan', 'ONE_OF', ['a', 'c'])],
    ['value', is('plan', 'ONE_OF', 'a')],
    ['value', is('plan', 'ONE_OF', [])],
    ['value', is('size', 'EQUALS', '10')],
    ['value', is('company', 'EQUALS', ' ')],
    ['value', is('company', 'EQUALS', 'x'.repeat(501))],
    ['value', is('company', 'EQUALS', ['x'])],
    ['value', is('company', 'IS_EMPTY', 'x')],
    ['value', is('urgent', 'EQUALS', 'true')],
    ['value', is('company', 'EQUALS')],
  ])('has no condition whose %s is wrong: %j', (part, condition) => {
    const wrong = form(rule('fits', when(big)), rule('wrong', when(acme, condition)));
    expect(routingFault(wrong)?.path).toBe(`rules[1].when.conditions[1].${part}`);
  });

  it('has no empty or boundless groups, and no nameless rules', () => {
    const nest = (depth: number): RoutingGroup =>
      depth === 0 ? when(big) : { match: 'ANY', conditions: [], groups: [nest(depth - 1)] };
    expect(routingFault(form(rule('empty', when())))?.path).toBe('rules[0].when');
    expect(routingFault(form(rule('deep', nest(2))))).toBeNull();
    expect(routingFault(form(rule('deep', nest(3))))?.path).toBe(
      'rules[0].when.groups[0].groups[0].groups[0]',
    );
    expect(routingFault(form(rule('long', when(...Array(20).fill(big)))))).toBeNull();
    expect(routingFault(form(rule('long', when(...Array(21).fill(big)))))?.path).toBe('rules[0].when');
    expect(routingFault(form(rule(' ', when(big))))?.path).toBe('rules[0].name');
    expect(routingFault(form(...Array(101).fill(rule('many', when(big)))))?.path).toBe('rules');
  });

  it.each<[RoutingDestination, boolean]>([
    [{ kind: 'URL', url: 'https://example.com/a?b=c' }, true],
    [{ kind: 'URL', url: 'http://example.com' }, false],
    [{ kind: 'URL', url: 'javascript:alert(1)' }, false],
    [{ kind: 'URL', url: 'https://ada:secret@example.com' }, false],
    [{ kind: 'URL', url: '//example.com' }, false],
    [{ kind: 'URL', url: `https://example.com/${'x'.repeat(2000)}` }, false],
    [message('Thanks'), true],
    [message(' '), false],
    [message('x'.repeat(1001)), false],
  ])('leads to %j: %s', (destination, isFit) => {
    expect(routingFault(form(rule('x', when(big), destination))) === null).toBe(isFit);
    expect(routingFault({ ...form(), fallback: destination }) === null).toBe(isFit);
  });
});
