import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { AppError, badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { Principal } from '#platform/principal.ts';
import { redirectUriFault } from '../domain/redirect-uri.ts';
import { isAtLeast } from '../domain/role.ts';
import type { Scope } from '../domain/scope.ts';
import { type OauthClient, OauthClientEntity } from './oauth-client.entity.ts';
import { isOwnScope } from './oauth-scopes.ts';

const MAX_REDIRECT_URIS = 20;

/**
 * An application that was allowed something must not keep it by making itself a credential of its own, which
 * taking the permission back would not reach.
 */
export function requireOwnCredential(viewer: Principal): void {
  if (viewer.credential?.kind !== 'ACCESS_TOKEN') return;
  throw new AppError('FORBIDDEN', 'Applications cannot make credentials. Sign in, or use an API key.');
}

/** Organizations that the viewer administers, as far as the principal knows. */
export const administered = ({ roles }: Principal) =>
  Object.entries(roles)
    .filter(([id, role]) => id.startsWith('org_') && isAtLeast(role, 'ADMIN'))
    .map(([id]) => id);

/** The client, locked, if the viewer owns it or administers the organization that does. */
export async function lockOwnClient(
  em: EntityManager,
  viewer: Principal,
  given: string,
): Promise<OauthClient> {
  const id = requireId('cli', given, 'id');
  const client = await em.findOne(OauthClientEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const isOwn = client?.ownerUserId === viewer.id;
  const isAdministered =
    client?.ownerUserId === null && isAtLeast(viewer.roles[client.organizationId], 'ADMIN');
  if (!client || !(isOwn || isAdministered)) throw notFound('OAuth client');
  return client;
}

export function readClientName(name: string): string {
  const text = name.trim();
  if (text.length >= 1 && text.length <= 100 && !/\p{Cc}/u.test(text)) return text;
  throw badInput('name', 'A name has 1 to 100 characters on one line.');
}

export function readRedirectUris(uris: readonly string[]): string[] {
  if (uris.length > MAX_REDIRECT_URIS) {
    throw badInput('redirectUris', `A client has up to ${MAX_REDIRECT_URIS} redirect addresses.`, {
      max: MAX_REDIRECT_URIS,
    });
  }
  for (const uri of uris) {
    const fault = redirectUriFault(uri);
    if (fault) throw badInput('redirectUris', fault);
  }
  return [...new Set(uris)];
}

export function readClientScopes(scopes: readonly Scope[], isPlatform: boolean): Scope[] {
  if (!isPlatform && scopes.some(isOwnScope))
    throw badInput('scopes', 'Only a platform manages users: set `isPlatform`.');
  return [...new Set(scopes)];
}
