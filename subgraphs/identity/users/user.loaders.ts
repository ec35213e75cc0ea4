import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { byKey } from '#platform/loaders.ts';
import { rows, statements } from '#platform/orm.ts';
import type { Principal } from '#platform/principal.ts';
import type { Tables } from '../tables.ts';
import type { User } from './user.entity.ts';

export function createUserLoaders(em: EntityManager, viewer: Principal) {
  return {
    user: new DataLoader<string, User | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('User').selectAll().where('id', 'in', ids).execute(),
        user => user.id,
      ),
    ),
    sharesTeamWithViewer: new DataLoader<string, boolean>(async ids => {
      const { rows: shared } = await sql<{ user_id: string }>`
        select distinct theirs.user_id from memberships theirs
        join memberships own on own.team_id = theirs.team_id and own.user_id = ${uuidOf(viewer.id)}::uuid
        where theirs.user_id = any(${ids.map(uuidOf)}::uuid[])
        union select theirs.user_id from organization_memberships theirs
        join organization_memberships own on own.organization_id = theirs.organization_id
          and own.user_id = ${uuidOf(viewer.id)}::uuid and own.role in ('OWNER', 'ADMIN')
        where theirs.user_id = any(${ids.map(uuidOf)}::uuid[])`.execute(statements(em));
      const known = new Set(shared.map(row => fromUuid('usr', row.user_id)));
      return ids.map(id => known.has(id));
    }),
  };
}

export type UserLoaders = ReturnType<typeof createUserLoaders>;
