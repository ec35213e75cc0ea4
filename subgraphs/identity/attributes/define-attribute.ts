import { badInput, notFound } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { type AttributeType, definitionFault } from '../domain/attribute.ts';
import { enterOrganization } from '../organizations/enter-organization.ts';
import { readName } from '../organizations/read-name.ts';
import { requireRoom } from '../plans/require-room.ts';
import { type Attribute, AttributeEntity } from './attribute.entity.ts';

interface Definition {
  organizationId: string;
  slug: string;
  name: string;
  type: AttributeType;
  options: string[];
}

const SLUG = /^[a-z][a-z0-9_]{0,39}$/;

/** Adds something that is noted about each member. Its slug and type stay what they are. */
export async function createAttribute(
  ctx: IdentityContext,
  input: Definition,
): Promise<Result<Attribute, 'NAME_TAKEN'>> {
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  const { slug, type, options } = input;
  const name = readName(input.name);
  if (!SLUG.test(slug))
    throw badInput('slug', 'A slug has 1 to 40 lower case letters, digits and `_`, a letter first.');
  const fault = definitionFault({ type, options });
  if (fault) throw badInput('options', fault);
  try {
    return await transact(ctx, async ({ em }) => {
      await enterOrganization(em, ctx.viewer, { organizationId, needs: ['attribute.manage'], locks: true });
      await requireRoom(em, organizationId, 'ATTRIBUTES');
      const id = newId('attr');
      const createdAt = new Date(ctx.clock.now());
      const attribute = em.create(AttributeEntity, {
        id,
        organizationId,
        slug,
        name,
        type,
        options,
        createdAt,
      });
      await em.flush();
      await appendAuditEntry(ctx, em, {
        action: 'attribute.created',
        of: { organizationId },
        target: { type: 'attribute', id },
        after: { slug, name, type, options },
      });
      return ok(attribute);
    });
  } catch (error) {
    if (isUniqueViolation(error, 'attributes_slug_key')) return err('NAME_TAKEN');
    throw error;
  }
}

/** Forgets an attribute with all its values. */
export function deleteAttribute(
  ctx: IdentityContext,
  input: { organizationId: string; attributeId: string },
): Promise<string> {
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  const id = requireId('attr', input.attributeId, 'attributeId');
  return transact(ctx, async ({ em, emit }) => {
    await enterOrganization(em, ctx.viewer, { organizationId, needs: ['attribute.manage'], locks: true });
    const attribute = await em.findOne(AttributeEntity, { id, organizationId });
    if (!attribute) throw notFound('attribute');
    const { slug, name, type, options } = attribute;
    em.remove(attribute);
    await em.flush();
    await emit({
      name: 'attribute.deleted',
      aggregateType: 'attribute',
      aggregateId: id,
      version: attribute.version + 1,
      payload: { organizationId, slug },
      audience: [],
      organizationId,
    });
    await appendAuditEntry(ctx, em, {
      action: 'attribute.deleted',
      of: { organizationId },
      target: { type: 'attribute', id },
      before: { slug, name, type, options },
    });
    return id;
  });
}
