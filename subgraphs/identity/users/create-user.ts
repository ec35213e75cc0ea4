import { newId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { type RequestContext, transact, type UnitOfWork } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { OrganizationEntity } from '../organizations/organization.entity.ts';
import { OrganizationMembershipEntity } from '../organizations/organization-membership.entity.ts';
import { type User, UserEntity } from './user.entity.ts';
import { userEvent } from './user.events.ts';

export interface NewUser {
  id?: string;
  handle: string;
  email: string;
  name: string;
  timeZone: string;
  locale: string;
}

/** The rows of an account and its personal organization; `null` where the handle is taken. */
export async function insertUser(
  ctx: RequestContext,
  { em, emit }: UnitOfWork,
  input: NewUser,
): Promise<User | null> {
  const at = new Date(ctx.clock.now());
  const id = input.id ?? newId('usr');
  const organizationId = newId('org');
  em.create(OrganizationEntity, {
    id: organizationId,
    handle: null,
    name: input.name,
    isPersonal: true,
    createdAt: at,
    updatedAt: at,
  });
  await em.flush();
  if (!(await claimHandle(em, input.handle, id))) return null;
  const user = em.create(UserEntity, {
    id,
    organizationId,
    handle: input.handle,
    email: input.email.toLowerCase(),
    name: input.name,
    avatarUrl: null,
    timeZone: input.timeZone,
    locale: input.locale,
    createdAt: at,
    updatedAt: at,
  });
  await em.flush();
  const role = 'OWNER';
  em.create(OrganizationMembershipEntity, {
    id: newId('omb'),
    organizationId,
    userId: id,
    role,
    createdAt: at,
  });
  await em.flush();
  await emit(userEvent('user.created', user));
  await appendAuditEntry(ctx, em, {
    action: 'account.created',
    of: { organizationId },
    target: { type: 'user', id },
    after: { handle: user.handle },
  });
  return user;
}

/** Creates an account with its personal organization. The caller has proved the address. */
export function createUser(ctx: RequestContext, input: NewUser): Promise<User> {
  return transact(ctx, async unit => {
    const user = await insertUser(ctx, unit, input);
    if (!user) throw new Error(`The handle ${input.handle} is taken.`);
    return user;
  }).catch(error => {
    if (isUniqueViolation(error, 'users_email_key'))
      throw new Error(`The address ${input.email} has an account.`);
    throw error;
  });
}
