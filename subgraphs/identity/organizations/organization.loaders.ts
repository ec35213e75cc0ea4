import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { fromUuid, requireId, uuidOf } from '#platform/ids.ts';
import { byKey } from '#platform/loaders.ts';
import { rows, statements } from '#platform/orm.ts';
import { createPageLoader, decodeKeyset, encodeKeyset } from '#platform/pagination.ts';
import type { Principal } from '#platform/principal.ts';
import type { Invitation } from '../invitations/invitation.entity.ts';
import type { Tables } from '../tables.ts';
import type { Team } from '../teams/team.entity.ts';
import type { Organization } from './organization.entity.ts';
import type { OrganizationMembership } from './organization-membership.entity.ts';

interface Place {
  role: OrganizationMembership['role'];
  /** What custom roles add to what the role allows. */
  added: string[];
}

/** Rows below an organization, or below a user, in the order they were made. */
function pages<Row extends { id: string }>(
  em: EntityManager,
  list: {
    of: 'OrganizationMembership' | 'Team' | 'Invitation';
    prefix: string;
    parent?: 'organizationId' | 'userId';
  },
) {
  const parent = (list.parent ?? 'organizationId') as 'organizationId';
  const entity = list.of as 'Team';
  return createPageLoader<Row>({
    async fetch(parents, limit, after) {
      const behind =
        after === null ? null : requireId(list.prefix, String(decodeKeyset(after, ['string'])[0]), 'after');
      const found = await rows<Tables>(em)
        .selectFrom(db =>
          db
            .selectFrom(entity)
            .selectAll()
            .select(sql<number>`row_number() over (partition by ${sql.ref(parent)} order by id)`.as('rank'))
            .where(parent, 'in', parents)
            .$if(behind !== null, query => query.where('id', '>', behind ?? ''))
            .as(entity),
        )
        .selectAll()
        .where('rank', '<=', limit)
        .orderBy('id')
        .execute();
      return found as unknown as Row[];
    },
    async count(parents) {
      const counted = await rows<Tables>(em)
        .selectFrom(entity)
        .select(db => [parent, db.fn.countAll<number>().as('count')])
        .where(parent, 'in', parents)
        .groupBy(parent)
        .execute();
      return new Map(counted.map(row => [row[parent], Number(row.count)]));
    },
    parentOf: row => (row as unknown as Record<typeof parent, string>)[parent],
    cursorOf: row => encodeKeyset([row.id]),
  });
}

export function createOrganizationLoaders(em: EntityManager, viewer: Principal) {
  return {
    organization: new DataLoader<string, Organization | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('Organization').selectAll().where('id', 'in', ids).execute(),
        organization => organization.id,
      ),
    ),
    /** What the viewer is and may do in organizations; `null` where they are strangers. */
    placeOfViewer: new DataLoader<string, Place | null>(async ids => {
      if (viewer.kind !== 'USER') return ids.map(() => null);
      const { rows: own } = await sql<{ organization_id: string; role: Place['role']; added: string[] }>`
        select m.organization_id, m.role, array(
          select unnest(r.permissions) from custom_role_assignments a join custom_roles r on r.id = a.role_id
          where a.membership_id = m.id) as added
        from organization_memberships m
        where m.user_id = ${uuidOf(viewer.id)}::uuid and m.organization_id = any(${ids.map(uuidOf)}::uuid[])`.execute(
        statements(em),
      );
      const places = new Map(
        own.map(({ organization_id, role, added }) => [fromUuid('org', organization_id), { role, added }]),
      );
      return ids.map(id => places.get(id) ?? null);
    }),
    membersOfOrganization: pages<OrganizationMembership>(em, { of: 'OrganizationMembership', prefix: 'omb' }),
    organizationsOfUser: pages<OrganizationMembership>(em, {
      of: 'OrganizationMembership',
      prefix: 'omb',
      parent: 'userId',
    }),
    teamsOfOrganization: pages<Team>(em, { of: 'Team', prefix: 'team' }),
    invitationsOfOrganization: pages<Invitation>(em, { of: 'Invitation', prefix: 'inv' }),
  };
}

export type OrganizationLoaders = ReturnType<typeof createOrganizationLoaders>;
