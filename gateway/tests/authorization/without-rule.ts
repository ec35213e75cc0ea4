import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { anonymous, type Principal } from '#platform/principal.ts';
import type { TestUser } from '../kit/graph.ts';

/** A thing as it is in the tables, without what was said of it for the one who sees it. */
function bare(source: unknown): unknown {
  if (typeof source !== 'object' || source === null) return source;
  const { asGuest: _guest, attendees: _attendees, ...thing } = source as Record<string, unknown>;
  return thing;
}

/** Lets everybody have one field of a subgraph as if they were somebody who may, while something is done: for controls. */
export async function withoutRule<T>(
  schema: GraphQLSchema,
  coordinate: string,
  entitled: TestUser,
  work: () => Promise<T>,
): Promise<T> {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) throw new Error(`There is no ${coordinate}.`);
  const guarded = field.resolve ?? defaultFieldResolver;
  const viewer: Principal = { ...anonymous, kind: 'USER', id: entitled.id, scopes: ['*'] };
  field.resolve = (source, args, context, info) => guarded(bare(source), args, { ...context, viewer }, info);
  try {
    return await work();
  } finally {
    field.resolve = guarded;
  }
}
