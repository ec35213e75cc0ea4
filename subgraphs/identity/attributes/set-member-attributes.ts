import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { badInput, notFound } from '#platform/errors.ts';
import { requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { transact } from '#platform/transaction.ts';
import type { MemberAttributesChange } from '../../../schema/identity-events.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { isValueOf } from '../domain/attribute.ts';
import { enterOrganization } from '../organizations/enter-organization.ts';
import {
  type OrganizationMembership,
  OrganizationMembershipEntity,
} from '../organizations/organization-membership.entity.ts';
import { AttributeEntity } from './attribute.entity.ts';

interface Values {
  organizationId: string;
  membershipId: string;
  values: { slug: string; value: unknown }[];
}

async function valuesOf(em: EntityManager, membershipId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ slug: string; value: unknown }>`
    select a.slug, v.value from attribute_values v join attributes a on a.id = v.attribute_id
    where v.membership_id = ${uuidOf(membershipId)}::uuid order by a.slug`.execute(statements(em));
  return Object.fromEntries(rows.map(({ slug, value }) => [slug, value]));
}

/** Sets some attributes of a member; `null` removes one, what is not named stays. */
export function setMemberAttributes(ctx: IdentityContext, input: Values): Promise<OrganizationMembership> {
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  const id = requireId('omb', input.membershipId, 'membershipId');
  return transact(ctx, async ({ em, emit }) => {
    await enterOrganization(em, ctx.viewer, { organizationId, needs: ['attribute.assign'], locks: true });
    const membership = await em.findOne(OrganizationMembershipEntity, { id, organizationId });
    if (!membership) throw notFound('membership');
    const known = new Map(
      (await em.find(AttributeEntity, { organizationId })).map(attribute => [attribute.slug, attribute]),
    );
    const given = new Map(input.values.map(({ slug, value }) => [slug, value]));
    if (given.size !== input.values.length) throw badInput('values', 'Each attribute is named once.');
    const written = [...given].map(([slug, value]) => {
      const attribute = known.get(slug);
      if (!attribute) throw badInput('values', `There is no attribute \`${slug}\`.`);
      if (value !== null && !isValueOf(attribute, value))
        throw badInput('values', `The value of \`${slug}\` is none of its type ${attribute.type}.`);
      return { attribute: uuidOf(attribute.id), value };
    });
    const before = await valuesOf(em, id);
    await sql`delete from attribute_values where membership_id = ${uuidOf(id)}::uuid
      and attribute_id = any(${written.map(({ attribute }) => attribute)}::uuid[])`.execute(statements(em));
    await sql`insert into attribute_values (membership_id, attribute_id, value)
      select ${uuidOf(id)}::uuid, (item->>'attribute')::uuid, item->'value'
      from jsonb_array_elements(${JSON.stringify(written.filter(({ value }) => value !== null))}::jsonb) as item`.execute(
      statements(em),
    );
    const attributes = await valuesOf(em, id);
    const { rows } = await sql<{ version: number }>`
      update organization_memberships set attributes_version = attributes_version + 1
      where id = ${uuidOf(id)}::uuid returning attributes_version as version`.execute(statements(em));
    const { userId } = membership;
    const payload: MemberAttributesChange = { organizationId, userId, attributes };
    await emit({
      name: 'member.attributes_changed',
      aggregateType: 'organization_membership',
      aggregateId: id,
      version: rows[0]?.version ?? 0,
      payload,
      audience: [userId],
      organizationId,
    });
    await appendAuditEntry(ctx, em, {
      action: 'member.attributes_changed',
      of: { organizationId },
      target: { type: 'user', id: userId },
      before,
      after: attributes,
    });
    return membership;
  });
}
