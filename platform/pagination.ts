import DataLoader from 'dataloader';
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { badInput } from './errors.ts';
import { groupedByKey } from './loaders.ts';

@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether items follow the last one of this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether items precede the first one of this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last item: pass it as `after` to get the next page. Null on an empty page.',
  })
  endCursor!: string | null;
}

export interface ConnectionShape<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: PageInfo;
  /** Runs only when `totalCount` is selected. */
  countAll: () => Promise<number>;
}

/** The `…Connection` and `…Edge` types of a node type. */
export function connectionType<Node extends object>(name: string, nodeType: () => ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: `A ${name} and its place in the list.` })
  class EdgeType {
    @Field(() => String, { description: 'Opaque; only valid for the list it came from.' })
    cursor!: string;

    @Field(nodeType)
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name}.` })
  class ConnectionType implements ConnectionShape<Node> {
    @Field(() => [EdgeType])
    edges!: EdgeType[];

    @Field(() => [nodeType()], { description: 'The items without their cursors.' })
    nodes!: Node[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    countAll!: () => Promise<number>;

    @Field(() => Int, { description: 'Items in the whole list. Counted only when selected.' })
    totalCount(): Promise<number> {
      return this.countAll();
    }
  }
  return ConnectionType;
}

export const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many items to return: 1 to ${MAX_PAGE_SIZE}, ${DEFAULT_PAGE_SIZE} unless given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the item before the first one wanted.' })
  after?: string | null;
}

export function pageSize(
  first: number | null | undefined,
  limits = { fallback: DEFAULT_PAGE_SIZE, max: MAX_PAGE_SIZE },
) {
  const size = first ?? limits.fallback;
  if (size >= 1 && size <= limits.max) return size;
  throw badInput('first', `\`first\` must be between 1 and ${limits.max}.`);
}

/** A cursor that carries the values which the list is ordered by, unique together. */
export function encodeKeyset(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Numbers in cursors are counts and instants: those of the years 1 to 9999, which databases know, too. */
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

function isKind(value: unknown, kind: 'string' | 'number'): boolean {
  if (kind === 'string') return typeof value === 'string';
  return Number.isInteger(value) && Number(value) >= FIRST_INSTANT && Number(value) <= LAST_INSTANT;
}

export function decodeKeyset(cursor: string, kinds: readonly ('string' | 'number')[]): (string | number)[] {
  let values: unknown = null;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    // Not ours: refused below.
  }
  const fits =
    Array.isArray(values) &&
    values.length === kinds.length &&
    kinds.every((kind, i) => isKind((values as unknown[])[i], kind));
  if (!fits) throw badInput('after', '`after` must be a cursor that this list returned.');
  return values as (string | number)[];
}

interface PageSource<Node> {
  /** Up to one item more than the page holds: the surplus one says that there is a next page. */
  items: readonly Node[];
  size: number;
  after: string | null | undefined;
  cursorOf(node: Node): string;
  countAll: () => Promise<number>;
}

export function toConnection<Node>(source: PageSource<Node>): ConnectionShape<Node> {
  const nodes = source.items.slice(0, source.size);
  const edges = nodes.map(node => ({ node, cursor: source.cursorOf(node) }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: source.items.length > source.size,
      hasPreviousPage: source.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    countAll: source.countAll,
  };
}

interface PageLoaderOptions<Row> {
  /** The first `limit` rows of each parent behind the cursor, in the list's order, in one statement. */
  fetch(parents: readonly string[], limit: number, after: string | null): Promise<Row[]>;
  /** Rows of each parent, in one statement. */
  count(parents: readonly string[]): Promise<ReadonlyMap<string, number>>;
  parentOf(row: Row): string;
  cursorOf(row: Row): string;
}

interface PageKey {
  parent: string;
  first: number;
  after: string | null;
}

/**
 * Pages of lists that hang below many parents: siblings ask with the same arguments, so all their pages come
 * from one statement, whatever the number of parents.
 */
export function createPageLoader<Row>(options: PageLoaderOptions<Row>) {
  const counts = new DataLoader<string, number>(async parents => {
    const found = await options.count(parents);
    return parents.map(parent => found.get(parent) ?? 0);
  });
  const pages = new DataLoader<PageKey, Row[], string>(
    async keys => {
      const asked = Map.groupBy(keys, ({ first, after }) => JSON.stringify([first, after]));
      const found = new Map<PageKey, Row[]>();
      for (const group of asked.values()) {
        const parents = group.map(key => key.parent);
        const rows = await options.fetch(parents, (group[0]?.first ?? 0) + 1, group[0]?.after ?? null);
        const lists = groupedByKey(parents, rows, options.parentOf);
        for (const [index, key] of group.entries()) found.set(key, lists[index] ?? []);
      }
      return keys.map(key => found.get(key) ?? []);
    },
    { cacheKeyFn: ({ parent, first, after }) => JSON.stringify([parent, first, after]) },
  );
  return async (parent: string, page: PageArgs): Promise<ConnectionShape<Row>> => {
    const size = pageSize(page.first);
    const items = await pages.load({ parent, first: size, after: page.after ?? null });
    return toConnection({
      items,
      size,
      after: page.after,
      cursorOf: options.cursorOf,
      countAll: () => counts.load(parent),
    });
  };
}
