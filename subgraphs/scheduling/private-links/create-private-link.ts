import { LockMode } from '@mikro-orm/postgresql';
import { badInput, notFound } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import { EventTypeEntity } from '../event-types/event-type.entity.ts';
import { mayManage } from '../event-types/may-manage.ts';
import { PrivateLinkEntity, type PrivateLinkRow } from './private-link.entity.ts';
import { hashPrivateLinkToken, mintPrivateLinkToken } from './private-link-token.ts';

interface NewPrivateLink {
  eventTypeId: string;
  expiresAt?: Date | null;
  maxUses?: number | null;
}

const MAX_USES = 10_000;

/** Makes a secret address of an event type that the viewer manages. The token is in the answer and nowhere else. */
export async function createPrivateLink(
  ctx: SchedulingContext,
  input: NewPrivateLink,
): Promise<{ privateLink: PrivateLinkRow; token: string }> {
  const eventTypeId = requireId('etp', input.eventTypeId, 'eventTypeId');
  const { expiresAt = null, maxUses = null } = input;
  const now = ctx.clock.now();
  if (expiresAt && expiresAt.getTime() <= now)
    throw badInput('expiresAt', '`expiresAt` must be in the future.');
  if (maxUses !== null && (maxUses < 1 || maxUses > MAX_USES))
    throw badInput('maxUses', `\`maxUses\` must be 1 to ${MAX_USES}.`);
  return ctx.em.transactional(async em => {
    // Held until the link is written: an event type that is being deleted gets none.
    const eventType = await em.findOne(
      EventTypeEntity,
      { id: eventTypeId },
      { lockMode: LockMode.PESSIMISTIC_READ },
    );
    if (!eventType || !mayManage(ctx.viewer, eventType.ownerId)) throw notFound('event type');
    const token = mintPrivateLinkToken();
    const privateLink = em.create(PrivateLinkEntity, {
      id: newId('lnk'),
      organizationId: eventType.organizationId,
      eventTypeId,
      tokenHash: hashPrivateLinkToken(token),
      expiresAt,
      maxUses,
      uses: 0,
      revokedAt: null,
      createdAt: new Date(now),
    });
    return { privateLink, token };
  });
}
