import type { Answer, BookingField, BookingFieldType } from './booking-fields.ts';

export type RoutingOperator =
  | 'EQUALS'
  | 'NOT_EQUALS'
  | 'ONE_OF'
  | 'NOT_ONE_OF'
  | 'CONTAINS'
  | 'NOT_CONTAINS'
  | 'GREATER_THAN'
  | 'LESS_THAN'
  | 'IS_EMPTY'
  | 'IS_NOT_EMPTY';

/** What is asked of one answer. */
export interface RoutingCondition {
  /** The slug of a question. */
  readonly field: string;
  readonly operator: RoutingOperator;
  /** A text, a number, yes or no; a list of them for ONE_OF and NOT_ONE_OF; `null` for IS_EMPTY and IS_NOT_EMPTY. */
  readonly value: unknown;
}

export interface RoutingGroup {
  readonly match: 'ALL' | 'ANY';
  readonly conditions: readonly RoutingCondition[];
  readonly groups: readonly RoutingGroup[];
}

export type RoutingDestination =
  /** Without hosts: whoever hosts the event type. */
  | { readonly kind: 'EVENT_TYPE'; readonly eventTypeId: string; readonly hostIds: readonly string[] | null }
  | { readonly kind: 'URL'; readonly url: string }
  | { readonly kind: 'MESSAGE'; readonly message: string };

export interface RoutingRule {
  readonly name: string;
  readonly when: RoutingGroup;
  readonly destination: RoutingDestination;
}

export interface Routing {
  readonly fields: readonly BookingField[];
  /** The first that matches decides. */
  readonly rules: readonly RoutingRule[];
  /** Where everybody else is led. */
  readonly fallback: RoutingDestination;
}

type ValueKind = 'TEXT' | 'NUMBER' | 'OPTION' | 'BOOLEAN';

interface FieldKind {
  readonly value: ValueKind;
  readonly isList: boolean;
}

const text: FieldKind = { value: 'TEXT', isList: false };
const kinds: Record<BookingFieldType, FieldKind> = {
  TEXT: text,
  TEXTAREA: text,
  PHONE: text,
  EMAIL: text,
  ADDRESS: text,
  URL: text,
  MULTI_EMAIL: { value: 'TEXT', isList: true },
  NUMBER: { value: 'NUMBER', isList: false },
  SELECT: { value: 'OPTION', isList: false },
  RADIO: { value: 'OPTION', isList: false },
  MULTI_SELECT: { value: 'OPTION', isList: true },
  CHECKBOX: { value: 'OPTION', isList: true },
  BOOLEAN: { value: 'BOOLEAN', isList: false },
};

/** People write the same word in several ways; options are chosen, not written. */
const folded = (value: unknown, kind: FieldKind) =>
  kind.value === 'TEXT' && typeof value === 'string' ? value.trim().toLowerCase() : value;

function holds(condition: RoutingCondition, field: BookingField, answer: unknown): boolean {
  const kind = kinds[field.type];
  const list = answer === undefined ? [] : Array.isArray(answer) ? answer : [answer];
  const given = list.map(item => folded(item, kind));
  const wanted = (Array.isArray(condition.value) ? condition.value : [condition.value]).map(item =>
    folded(item, kind),
  );
  const isAmong = () => given.some(item => wanted.includes(item));
  const isWithin = () =>
    kind.isList ? isAmong() : given.some(item => String(item).includes(String(wanted[0])));
  switch (condition.operator) {
    case 'EQUALS':
    case 'ONE_OF':
      return isAmong();
    // Nobody who said nothing said this.
    case 'NOT_EQUALS':
    case 'NOT_ONE_OF':
      return !isAmong();
    case 'CONTAINS':
      return isWithin();
    case 'NOT_CONTAINS':
      return !isWithin();
    case 'GREATER_THAN':
      return given.some(item => Number(item) > Number(wanted[0]));
    case 'LESS_THAN':
      return given.some(item => Number(item) < Number(wanted[0]));
    case 'IS_EMPTY':
      return given.length === 0;
    case 'IS_NOT_EMPTY':
      return given.length > 0;
  }
}

function matches(
  group: RoutingGroup,
  fields: ReadonlyMap<string, BookingField>,
  answers: ReadonlyMap<string, unknown>,
): boolean {
  const outcomes = [
    ...group.conditions.map(condition => {
      const field = fields.get(condition.field);
      return field !== undefined && holds(condition, field, answers.get(condition.field));
    }),
    ...group.groups.map(inner => matches(inner, fields, answers)),
  ];
  return group.match === 'ALL' ? outcomes.every(Boolean) : outcomes.some(Boolean);
}

interface Routed {
  /** `null`: no rule matched, or none that leads anywhere. */
  rule: RoutingRule | null;
  destination: RoutingDestination;
}

/**
 * Where answers lead: the first rule that matches, else the fallback. `open` says what has become of a destination,
 * `null` where it leads nowhere any more; then later rules are asked. `null`: everything is closed.
 */
export function route(
  { fields, rules, fallback }: Routing,
  answers: readonly Answer[],
  open: (destination: RoutingDestination) => RoutingDestination | null,
): Routed | null {
  const fieldOf = new Map(fields.map(field => [field.slug, field]));
  const answerOf = new Map(answers.map(({ slug, value }) => [slug, value]));
  for (const rule of rules) {
    if (!matches(rule.when, fieldOf, answerOf)) continue;
    const destination = open(rule.destination);
    if (destination) return { rule, destination };
  }
  const destination = open(fallback);
  return destination && { rule: null, destination };
}

interface Fault {
  /** Where it is: `rules[0].when.conditions[1].value`. */
  path: string;
  message: string;
}

const MAX_RULES = 100;
const MAX_PARTS = 20;
const MAX_DEPTH = 3;
const MAX_VALUES = 50;
const MAX_TEXT = 500;
const MAX_URL = 2000;
const MAX_MESSAGE = 1000;
const MAX_NAME = 200;

const WITHOUT_VALUE = new Set<RoutingOperator>(['IS_EMPTY', 'IS_NOT_EMPTY']);
const WITH_LIST = new Set<RoutingOperator>(['ONE_OF', 'NOT_ONE_OF']);

function operatorsOf({ value, isList }: FieldKind): RoutingOperator[] {
  const always: RoutingOperator[] = ['ONE_OF', 'NOT_ONE_OF', 'IS_EMPTY', 'IS_NOT_EMPTY'];
  if (isList) return ['CONTAINS', 'NOT_CONTAINS', ...always];
  const plain: RoutingOperator[] = ['EQUALS', 'NOT_EQUALS', ...always];
  if (value === 'TEXT') return [...plain, 'CONTAINS', 'NOT_CONTAINS'];
  return value === 'NUMBER' ? [...plain, 'GREATER_THAN', 'LESS_THAN'] : plain;
}

function valueFault(value: unknown, field: BookingField): string | null {
  switch (kinds[field.type].value) {
    case 'TEXT':
      return typeof value === 'string' &&
        value.trim() !== '' &&
        value.length <= MAX_TEXT &&
        !value.includes('\0')
        ? null
        : `It must be a text of 1 to ${MAX_TEXT} characters.`;
    case 'NUMBER':
      return Number.isFinite(value) ? null : 'It must be a number.';
    case 'BOOLEAN':
      return typeof value === 'boolean' ? null : 'It must be true or false.';
    case 'OPTION':
      return field.options.some(option => option.value === value)
        ? null
        : `\`${field.slug}\` has no such option.`;
  }
}

function conditionFault(
  { field: slug, operator, value }: RoutingCondition,
  fields: ReadonlyMap<string, BookingField>,
  path: string,
): Fault | null {
  const field = fields.get(slug);
  if (!field) return { path: `${path}.field`, message: `The form has no question \`${slug}\`.` };
  const operators = operatorsOf(kinds[field.type]);
  if (!operators.includes(operator))
    return {
      path: `${path}.operator`,
      message: `A question of type ${field.type} takes ${operators.join(', ')}.`,
    };
  const at = `${path}.value`;
  if (WITHOUT_VALUE.has(operator))
    return value == null ? null : { path: at, message: `${operator} takes no value.` };
  if (!WITH_LIST.has(operator)) {
    const message = valueFault(value, field);
    return message === null ? null : { path: at, message };
  }
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_VALUES)
    return { path: at, message: `${operator} takes a list of 1 to ${MAX_VALUES} values.` };
  const message = value.map(item => valueFault(item, field)).find(found => found !== null);
  return message ? { path: at, message } : null;
}

function groupFault(
  group: RoutingGroup,
  fields: ReadonlyMap<string, BookingField>,
  path: string,
  depth = 1,
): Fault | null {
  const parts = group.conditions.length + group.groups.length;
  if (parts === 0) return { path, message: 'It must have a condition.' };
  if (parts > MAX_PARTS) return { path, message: `It has up to ${MAX_PARTS} conditions and groups.` };
  if (depth > MAX_DEPTH) return { path, message: `Groups are nested up to ${MAX_DEPTH} deep.` };
  for (const [index, condition] of group.conditions.entries()) {
    const fault = conditionFault(condition, fields, `${path}.conditions[${index}]`);
    if (fault) return fault;
  }
  for (const [index, inner] of group.groups.entries()) {
    const fault = groupFault(inner, fields, `${path}.groups[${index}]`, depth + 1);
    if (fault) return fault;
  }
  return null;
}

function isSafeUrl(url: string): boolean {
  if (url.length > MAX_URL || !URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
}

function destinationFault(destination: RoutingDestination, path: string): Fault | null {
  if (destination.kind === 'URL' && !isSafeUrl(destination.url))
    return {
      path: `${path}.url`,
      message: `It must be an https address of up to ${MAX_URL} characters, without a password.`,
    };
  if (destination.kind !== 'MESSAGE') return null;
  const { message } = destination;
  const isFit = message.trim() !== '' && message.length <= MAX_MESSAGE && !message.includes('\0');
  return isFit ? null : { path: `${path}.message`, message: `It must have 1 to ${MAX_MESSAGE} characters.` };
}

/** Why rules cannot be, as far as the form itself says; which event types there are is asked elsewhere. */
export function routingFault({ fields, rules, fallback }: Routing): Fault | null {
  if (rules.length > MAX_RULES) return { path: 'rules', message: `A form has up to ${MAX_RULES} rules.` };
  const fieldOf = new Map(fields.map(field => [field.slug, field]));
  for (const [index, { name, when, destination }] of rules.entries()) {
    const path = `rules[${index}]`;
    if (name.trim() === '' || name.length > MAX_NAME || name.includes('\0'))
      return { path: `${path}.name`, message: `It must have 1 to ${MAX_NAME} characters.` };
    const fault =
      groupFault(when, fieldOf, `${path}.when`) ?? destinationFault(destination, `${path}.destination`);
    if (fault) return fault;
  }
  return destinationFault(fallback, 'fallback');
}
