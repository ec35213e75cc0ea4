import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { pagesBelow } from '#platform/id-pages.ts';
import { requireId, uuidOf } from '#platform/ids.ts';
import { byKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import { createPageLoader, decodeKeyset, encodeKeyset } from '#platform/pagination.ts';
import type { Tables } from '../tables.ts';
import type { RoutingFormResponseRow, RoutingFormRow } from './routing-form.entity.ts';

/** What was answered below forms, newest first. */
function responsePages(em: EntityManager) {
  return createPageLoader<RoutingFormResponseRow>({
    async fetch(formIds, limit, after) {
      const [instant, id] = after === null ? [0, ''] : decodeKeyset(after, ['number', 'string']);
      const lastId = after === null ? null : uuidOf(requireId('rsp', String(id), 'after'));
      const behind = sql<boolean>`(submitted_at, id) < (${new Date(Number(instant))}, ${lastId}::uuid)`;
      return rows<Tables>(em)
        .selectFrom(db =>
          db
            .selectFrom('RoutingFormResponse')
            .selectAll()
            .select(
              sql<number>`row_number() over (partition by form_id order by submitted_at desc, id desc)`.as(
                'rank',
              ),
            )
            .where('formId', 'in', formIds)
            .$if(after !== null, query => query.where(behind))
            .as('RoutingFormResponse'),
        )
        .selectAll()
        .where('rank', '<=', limit)
        .orderBy('rank')
        .execute();
    },
    async count(formIds) {
      const counted = await rows<Tables>(em)
        .selectFrom('RoutingFormResponse')
        .select(db => ['formId', db.fn.countAll<number>().as('count')])
        .where('formId', 'in', formIds)
        .groupBy('formId')
        .execute();
      return new Map(counted.map(row => [row.formId, Number(row.count)]));
    },
    parentOf: response => response.formId,
    cursorOf: response => encodeKeyset([response.submittedAt.getTime(), response.id]),
  });
}

export function createRoutingFormLoaders(em: EntityManager) {
  return {
    routingForm: new DataLoader<string, RoutingFormRow | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('RoutingForm').selectAll().where('id', 'in', ids).execute(),
        form => form.id,
      ),
    ),
    routingFormBySlug: new DataLoader<{ ownerId: string; slug: string }, RoutingFormRow | null, string>(
      async keys => {
        const found = await rows<Tables>(em)
          .selectFrom('RoutingForm')
          .selectAll()
          .where('ownerId', 'in', [...new Set(keys.map(key => key.ownerId))])
          .where('slug', 'in', [...new Set(keys.map(key => key.slug))])
          .execute();
        return keys.map(
          key => found.find(form => form.ownerId === key.ownerId && form.slug === key.slug) ?? null,
        );
      },
      { cacheKeyFn: ({ ownerId, slug }) => `${ownerId}/${slug}` },
    ),
    routingFormsOfOwner: pagesBelow<RoutingFormRow>(em, {
      entity: 'RoutingForm',
      prefix: 'frm',
      parent: 'ownerId',
    }),
    routingFormResponse: new DataLoader<string, RoutingFormResponseRow | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('RoutingFormResponse').selectAll().where('id', 'in', ids).execute(),
        response => response.id,
      ),
    ),
    responsesOfRoutingForm: responsePages(em),
  };
}
