import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

export type Roll = (sides: number) => number;

export interface AnyOperation {
  query: string;
  variables: Record<string, unknown>;
}

interface Writing {
  schema: GraphQLSchema;
  roll: Roll;
  fragments: string[];
  variables: Map<string, { type: string; value: unknown }>;
  /** Arguments under which a response name was asked for: the same name again needs the same. */
  budget: number;
}

const words = ['alpha', 'beta', 'gamma'];

function anyInput(writing: Writing, type: GraphQLInputType, depth: number): unknown {
  const { roll } = writing;
  if (isNonNullType(type)) return anyInput(writing, type.ofType, depth);
  if (isListType(type))
    return Array.from({ length: roll(3) }, () => anyInput(writing, type.ofType, depth + 1));
  if (isEnumType(type)) return type.getValues()[roll(type.getValues().length)]?.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap(field => {
        const isNeeded = isNonNullType(field.type) && field.defaultValue === undefined;
        return isNeeded ? [[field.name, anyInput(writing, field.type, depth + 1)]] : [];
      }),
    );
  }
  if (type.name === 'Int' || type.name === 'Float') return roll(50);
  if (type.name === 'Boolean') return roll(2) === 0;
  if (type.name === 'DateTime') return '2026-11-21T10:00:00.000Z';
  if (type.name === 'Date') return '2026-11-21';
  if (type.name === 'TimeZone') return 'Europe/Berlin';
  return words[roll(words.length)];
}

function variable(writing: Writing, type: string, value: unknown): string {
  const name = `v${writing.variables.size}`;
  writing.variables.set(name, { type, value });
  return `$${name}`;
}

function argumentsOf(writing: Writing, args: readonly GraphQLArgument[]): string {
  const given = args.flatMap(({ name, type, defaultValue }) => {
    const isNeeded = isNonNullType(type) && defaultValue === undefined;
    if (!isNeeded && writing.roll(3) > 0) return [];
    return [`${name}: ${variable(writing, String(type), anyInput(writing, type, 0))}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function condition(writing: Writing): string {
  const { roll } = writing;
  if (roll(8) > 0) return '';
  const value = roll(2) === 0;
  const asked = roll(2) === 0 ? String(value) : variable(writing, 'Boolean!', value);
  return ` @${roll(2) === 0 ? 'skip' : 'include'}(if: ${asked})`;
}

/** A field under a name that says what is asked, so that what is selected twice can be merged. */
function field(writing: Writing, parent: GraphQLCompositeType, depth: number): string {
  const { roll } = writing;
  if (!isObjectType(parent) && !isInterfaceType(parent)) return `__typename${condition(writing)}`;
  const fields = Object.values(parent.getFields()).filter(({ name }) => !name.startsWith('_'));
  const chosen = fields[roll(fields.length)];
  if (!chosen || roll(12) === 0) return `${roll(4) === 0 ? 'kind: ' : ''}__typename${condition(writing)}`;
  const type = getNamedType(chosen.type);
  if (isCompositeType(type) && depth <= 0) return '__typename';
  writing.budget--;
  const args = argumentsOf(writing, chosen.args);
  // Each with arguments, and now and then one without, gets a name of its own.
  const alias = args || roll(6) === 0 ? `${['_', 'toString', 'a'][roll(3)]}${writing.budget}: ` : '';
  const typed = alias === '' && !isObjectType(parent) ? `on${parent.name}_${chosen.name}: ` : alias;
  const below = isCompositeType(type) ? ` ${selections(writing, type, depth - 1)}` : '';
  return `${typed}${chosen.name}${args}${condition(writing)}${below}`;
}

function fragment(writing: Writing, type: GraphQLCompositeType, depth: number): string {
  const { roll, schema } = writing;
  const possible = isObjectType(type) ? [type] : [type, ...schema.getPossibleTypes(type)];
  const meant = possible[roll(possible.length)] ?? type;
  const below = selections(writing, meant, depth - 1);
  if (roll(2) === 0) return `... on ${meant.name}${condition(writing)} ${below}`;
  const name = `F${writing.fragments.length}`;
  writing.fragments.push(`fragment ${name} on ${meant.name} ${below}`);
  return `...${name}${condition(writing)}`;
}

function selections(writing: Writing, type: GraphQLCompositeType, depth: number): string {
  const { roll } = writing;
  const parts = ['__typename'].slice(roll(2));
  const count = 1 + roll(4);
  for (let part = 0; part < count && writing.budget > 0; part++) {
    const isFragment = depth > 0 && roll(isObjectType(type) ? 6 : 2) === 0;
    parts.push(isFragment ? fragment(writing, type, depth) : field(writing, type, depth));
  }
  return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
}

/** An operation that a seed stands for. Not every one is valid: fields that cannot be merged are left to `validate`. */
export function anyOperation(schema: GraphQLSchema, roll: Roll): AnyOperation {
  const mutation = schema.getMutationType();
  const isMutation = Boolean(mutation) && roll(6) === 0;
  const root = isMutation ? mutation : schema.getQueryType();
  if (!root) throw new Error('The schema has no queries.');
  const writing: Writing = { schema, roll, fragments: [], variables: new Map(), budget: 5 + roll(40) };
  const body = selections(writing, root, 2 + roll(4));
  const declared = [...writing.variables].map(([name, { type }]) => `$${name}: ${type}`);
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  return {
    query: [`${isMutation ? 'mutation' : 'query'} Any${head} ${body}`, ...writing.fragments].join('\n'),
    variables: Object.fromEntries([...writing.variables].map(([name, { value }]) => [name, value])),
  };
}
