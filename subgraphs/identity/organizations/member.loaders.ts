import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { groupedByKey } from '#platform/loaders.ts';
import { rows, statements } from '#platform/orm.ts';
import type { Attribute } from '../attributes/attribute.entity.ts';
import type { Contact } from '../contacts/contact.entity.ts';
import type { CustomRole } from '../roles/custom-role.entity.ts';
import type { Tables } from '../tables.ts';

/** What an organization defines for its members, and what these have of it. */
export function createMemberLoaders(em: EntityManager) {
  return {
    featuresOfPlan: new DataLoader<string, { feature: string; limit: number | null }[]>(async plans => {
      const { rows: found } = await sql<{ plan: string; feature: string; limit: number | null }>`
        select plan, feature, "limit" from plan_features where plan = any(${plans as string[]}::text[])
        order by feature`.execute(statements(em));
      return groupedByKey(plans, found, row => row.plan);
    }),
    contactsOfOwner: new DataLoader<string, Contact[]>(async ids => {
      const query = rows<Tables>(em).selectFrom('Contact').selectAll().where('ownerId', 'in', ids);
      const found = await query.where('removedAt', 'is', null).orderBy('id').execute();
      return groupedByKey(ids, found, contact => contact.ownerId);
    }),
    rolesOfOrganization: new DataLoader<string, CustomRole[]>(async ids => {
      const query = rows<Tables>(em).selectFrom('CustomRole').selectAll().where('organizationId', 'in', ids);
      return groupedByKey(ids, await query.orderBy('id').execute(), role => role.organizationId);
    }),
    rolesOfMember: new DataLoader<string, Pick<CustomRole, 'id' | 'name' | 'permissions' | 'version'>[]>(
      async ids => {
        const { rows: found } = await sql<{
          membership_id: string;
          id: string;
          name: string;
          permissions: CustomRole['permissions'];
          version: number;
        }>`select a.membership_id, r.id, r.name, r.permissions, r.version
          from custom_role_assignments a join custom_roles r on r.id = a.role_id
          where a.membership_id = any(${ids.map(uuidOf)}::uuid[]) order by r.id`.execute(statements(em));
        const roles = found.map(row => ({ ...row, id: fromUuid('role', row.id) }));
        return groupedByKey(ids, roles, row => fromUuid('omb', row.membership_id));
      },
    ),
    attributesOfOrganization: new DataLoader<string, Attribute[]>(async ids => {
      const query = rows<Tables>(em).selectFrom('Attribute').selectAll().where('organizationId', 'in', ids);
      return groupedByKey(ids, await query.orderBy('id').execute(), attribute => attribute.organizationId);
    }),
    attributesOfMember: new DataLoader<
      string,
      { attribute: Pick<Attribute, 'id' | 'slug' | 'name' | 'type' | 'options'>; value: unknown }[]
    >(async ids => {
      const { rows: found } = await sql<
        { membership_id: string; value: unknown } & Pick<
          Attribute,
          'id' | 'slug' | 'name' | 'type' | 'options'
        >
      >`select v.membership_id, v.value, a.id, a.slug, a.name, a.type, a.options
        from attribute_values v join attributes a on a.id = v.attribute_id
        where v.membership_id = any(${ids.map(uuidOf)}::uuid[]) order by a.id`.execute(statements(em));
      const values = found.map(({ membership_id, value, ...attribute }) => ({
        membership_id,
        value,
        attribute: { ...attribute, id: fromUuid('attr', attribute.id) },
      }));
      return groupedByKey(ids, values, row => fromUuid('omb', row.membership_id));
    }),
  };
}

export type MemberLoaders = ReturnType<typeof createMemberLoaders>;
