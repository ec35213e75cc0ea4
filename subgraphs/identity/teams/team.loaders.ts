import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { pagesBelow } from '#platform/id-pages.ts';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { byKey } from '#platform/loaders.ts';
import { rows, statements } from '#platform/orm.ts';
import type { Principal } from '#platform/principal.ts';
import type { Tables } from '../tables.ts';
import type { Membership } from './membership.entity.ts';
import type { Team } from './team.entity.ts';

export function createTeamLoaders(em: EntityManager, viewer: Principal) {
  const memberships = { entity: 'Membership', prefix: 'mbr' } as const;
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
    membershipsOfUser: pagesBelow<Membership>(em, { ...memberships, parent: 'userId' }),
    membersOfTeam: pagesBelow<Membership>(em, { ...memberships, parent: 'teamId' }),
  };
}

export type TeamLoaders = ReturnType<typeof createTeamLoaders>;
