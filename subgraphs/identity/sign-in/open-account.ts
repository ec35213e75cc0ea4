import { randomInt } from 'node:crypto';
import { newId } from '#platform/ids.ts';
import type { UnitOfWork } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { handleFault, suggestHandle } from '../domain/handle.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { readName } from '../organizations/read-name.ts';
import { insertUser } from '../users/create-user.ts';
import type { User } from '../users/user.entity.ts';

/** What a new user may say of themself; the rest is taken from the address, to be changed later. */
export interface NewAccount {
  handle?: string | null;
  name?: string | null;
  timeZone?: string | null;
  locale?: string | null;
}

const SUFFIXES = 100_000;
const TRIES = 5;

/** A handle like the address that nobody has; the first part of the address alone, if possible. */
async function claimSuggested({ em }: UnitOfWork, email: string, userId: string): Promise<string> {
  for (let round = 0; round < TRIES; round++) {
    const handle = suggestHandle(email, round === 0 ? null : randomInt(SUFFIXES));
    if (handleFault(handle) === null && (await claimHandle(em, handle, userId))) return handle;
  }
  throw new Error('No handle is free.');
}

/** An account for an address that was proved just now; `null` where the wanted handle is taken. */
export async function openAccount(
  ctx: IdentityContext,
  unit: UnitOfWork,
  email: string,
  wanted: NewAccount,
): Promise<User | null> {
  const id = newId('usr');
  const handle = wanted.handle ?? (await claimSuggested(unit, email, id));
  return insertUser(ctx, unit, {
    id,
    handle,
    email,
    name: readName(wanted.name ?? email.split('@')[0] ?? handle),
    timeZone: wanted.timeZone ?? 'UTC',
    locale: wanted.locale ?? 'en',
  });
}
