import { GraphQLEnumType, type GraphQLLeafType } from 'graphql';

const INTEGER = /^-?\d+$/;

const isInteger = (value: unknown) => typeof value === 'number' && INTEGER.test(String(value));

const builtIn: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: value => typeof value === 'boolean',
  String: value => typeof value === 'string',
  ID: value => typeof value === 'string' || isInteger(value),
  Int: isInteger,
  Float: value => typeof value === 'number' && Number.isFinite(value),
};

/** Whether a subgraph answered what a leaf can be; custom scalars can be anything. */
export function leafTest(type: GraphQLLeafType): (value: unknown) => boolean {
  if (type instanceof GraphQLEnumType) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return value => typeof value === 'string' && names.has(value);
  }
  return builtIn[type.name] ?? (() => true);
}
