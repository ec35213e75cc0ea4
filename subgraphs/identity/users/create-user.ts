import { newId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { type RequestContext, transact, type UnitOfWork } from '#platform/transaction.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { OrganizationEntity } from '../organizations/organization.entity.ts';
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

/** Adds an account with its personal organization to a transaction that has taken the proof of its address. */
export async function addUser(ctx: RequestContext, { em, emit }: UnitOfWork, input: NewUser): Promise<User> {
  const at = new Date(ctx.clock.now());
  const id = input.id ?? newId('usr');
  const organization = em.create(OrganizationEntity, {
    id: newId('org'),
    name: input.name,
    isPersonal: true,
    createdAt: at,
  });
  await em.flush();
  if (!(await claimHandle(em, input.handle, id))) throw new Error(`The handle ${input.handle} is taken.`);
  const user = em.create(UserEntity, {
    id,
    organizationId: organization.id,
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
  await emit(userEvent('user.created', user));
  return user;
}

/** Creates an account. The caller has proved the address. */
export function createUser(ctx: RequestContext, input: NewUser): Promise<User> {
  return transact(ctx, unit => addUser(ctx, unit, input)).catch(error => {
    if (isUniqueViolation(error, 'users_email_key'))
      throw new Error(`The address ${input.email} has an account.`);
    throw error;
  });
}
