import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { requireId } from './ids.ts';
import { rows } from './orm.ts';
import {
  type ConnectionShape,
  createPageLoader,
  decodeKeyset,
  encodeKeyset,
  type PageArgs,
  pageSize,
  toConnection,
} from './pagination.ts';

/** Ids of rows grow with time: lists in the order of their rows' ids are in the order in which these came. */
interface Identified {
  id: string;
}

const cursorOf = ({ id }: Identified) => encodeKeyset([id]);

/** The id that a cursor of such a list carries. */
export function idBehind(after: string | null | undefined, prefix: string): string | null {
  return after == null ? null : requireId(prefix, String(decodeKeyset(after, ['string'])[0]), 'after');
}

/** Whatever tables a subgraph has; rows are typed by who asks for them. */
type AnyTables = Record<string, Record<string, unknown>>;

/** One page of what a query of one table finds, newest first. */
export async function newestFirst<Tables, Table extends keyof Tables, Row extends Identified>(
  query: SelectQueryBuilder<Tables, Table, object>,
  prefix: string,
  page: PageArgs,
): Promise<ConnectionShape<Row>> {
  const size = pageSize(page.first);
  const before = idBehind(page.after, prefix);
  const matching = query as unknown as SelectQueryBuilder<AnyTables, string, object>;
  const items = (await matching
    .selectAll()
    .$if(before !== null, found => found.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()) as unknown as Row[];
  const countAll = async () => {
    const counted = await matching.select(db => db.fn.countAll().as('count')).executeTakeFirst();
    return Number(counted?.['count'] ?? 0);
  };
  return toConnection<Row>({ items, size, after: page.after, cursorOf, countAll });
}

interface ListsBelow<Row> {
  entity: string;
  /** Of the rows' ids. */
  prefix: string;
  /** The property that names the parent. */
  parent: keyof Row & string;
  /** Values that rows of the lists have. */
  only?: Partial<Row>;
  /** Oldest first unless the newest are wanted first. */
  isNewestFirst?: boolean;
}

/** Lists of rows of one table below parents, in the order of their ids: all their pages in one statement. */
export function pagesBelow<Row extends Identified>(em: EntityManager, lists: ListsBelow<Row>) {
  const { entity, prefix, only = {}, isNewestFirst = false } = lists;
  const parent: string = lists.parent;
  const direction = isNewestFirst ? 'desc' : 'asc';
  const db = () => rows<AnyTables>(em) as Kysely<AnyTables>;
  const below = (parents: readonly string[]) =>
    Object.entries(only).reduce(
      (query, [property, value]) => query.where(property, '=', value),
      db().selectFrom(entity).where(parent, 'in', parents),
    );
  const place = sql`partition by ${sql.ref(parent)} order by id ${sql.raw(direction)}`;
  return createPageLoader<Row>({
    async fetch(parents, limit, after) {
      const behind = idBehind(after, prefix);
      const ranked = below(parents)
        .selectAll()
        .select(sql<number>`row_number() over (${place})`.as('rank'))
        .$if(behind !== null, query => query.where('id', isNewestFirst ? '<' : '>', behind))
        .as(entity);
      const page = db().selectFrom(ranked).selectAll().where('rank', '<=', limit).orderBy('id', direction);
      return (await page.execute()) as Row[];
    },
    async count(parents) {
      const counted = (await below(parents)
        .select(one => [parent, one.fn.countAll().as('count')])
        .groupBy(parent)
        .execute()) as Record<string, unknown>[];
      return new Map(counted.map(row => [String(row[parent]), Number(row['count'])]));
    },
    parentOf: row => String(row[lists.parent]),
    cursorOf,
  });
}
