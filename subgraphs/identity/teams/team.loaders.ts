import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { fromUuid, requireId, uuidOf } from '#platform/ids.ts';
import { byKey } from '#platform/loaders.ts';
import { rows, statements } from '#platform/orm.ts';
import { createPageLoader, decodeKeyset, encodeKeyset } from '#platform/pagination.ts';
import type { Principal } from '#platform/principal.ts';
import type { Tables } from '../tables.ts';
import type { Membership } from './membership.entity.ts';
import type { Team } from './team.entity.ts';

/** Memberships in the order they were made (their ids are UUIDv7), listed below users or below teams. */
function membershipPages(em: EntityManager, parent: 'userId' | 'teamId') {
  return createPageLoader<Membership>({
    async fetch(parents, limit, after) {
      const behind =
        after === null ? null : requireId('mbr', String(decodeKeyset(after, ['string'])[0]), 'after');
      return rows<Tables>(em)
        .selectFrom(db =>
          db
            .selectFrom('Membership')
            .selectAll()
            .select(sql<number>`row_number() over (partition by ${sql.ref(parent)} order by id)`.as('rank'))
            .where(parent, 'in', parents)
            .$if(behind !== null, query => query.where('id', '>', behind ?? ''))
            .as('Membership'),
        )
        .selectAll()
        .where('rank', '<=', limit)
        .orderBy('id')
        .execute();
    },
    async count(parents) {
      const counted = await rows<Tables>(em)
        .selectFrom('Membership')
        .select(db => [parent, db.fn.countAll<number>().as('count')])
        .where(parent, 'in', parents)
        .groupBy(parent)
        .execute();
      return new Map(counted.map(row => [row[parent] as string, Number(row.count)]));
    },
    parentOf: membership => membership[parent],
    cursorOf: membership => encodeKeyset([membership.id]),
  });
}

export function createTeamLoaders(em: EntityManager, viewer: Principal) {
  return {
    /** From our own table, not from the principal: that may be some seconds old. */
    isTeamOfViewer: new DataLoader<string, boolean>(async teamIds => {
      const own = await sql<{ team_id: string }>`
        select team_id from held_roles
        where user_id = ${uuidOf(viewer.id)}::uuid and team_id = any(${teamIds.map(uuidOf)}::uuid[])`.execute(
        statements(em),
      );
      const known = new Set(own.rows.map(row => fromUuid('team', row.team_id)));
      return teamIds.map(id => known.has(id));
    }),
    team: new DataLoader<string, Team | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('Team').selectAll().where('id', 'in', ids).execute(),
        team => team.id,
      ),
    ),
    membershipsOfUser: membershipPages(em, 'userId'),
    membersOfTeam: membershipPages(em, 'teamId'),
  };
}

export type TeamLoaders = ReturnType<typeof createTeamLoaders>;
