import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AppError, badInput, notFound } from '#platform/errors.ts';
import { fromUuid, requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { Principal } from '#platform/principal.ts';
import { redirectUriFault } from '../domain/redirect-uri.ts';
import type { Scope } from '../domain/scope.ts';
import { enterOrganization } from '../organizations/enter-organization.ts';
import { type OauthClient, OauthClientEntity } from './oauth-client.entity.ts';
import { isOwnScope } from './oauth-scopes.ts';

const MAX_REDIRECT_URIS = 20;

/**
 * An application that was allowed something must not keep it by making itself a credential of its own, which
 * taking the permission back would not reach.
 */
export function requireOwnCredential(viewer: Principal): void {
  if (viewer.credential?.kind !== 'ACCESS_TOKEN') return;
  throw new AppError('FORBIDDEN', 'Applications cannot do this. Sign in, or use an API key.');
}

/** Organizations whose clients the viewer manages. */
export async function managedOrganizations(em: EntityManager, viewer: Principal): Promise<string[]> {
  const { rows } = await sql<{ organization_id: string }>`
    select m.organization_id from organization_memberships m
    where m.user_id = ${uuidOf(viewer.id)}::uuid and (m.role in ('OWNER', 'ADMIN') or exists (
      select 1 from custom_role_assignments a join custom_roles r on r.id = a.role_id
      where a.membership_id = m.id and 'oauth_client.manage' = any(r.permissions)))`.execute(statements(em));
  return rows.map(row => fromUuid('org', row.organization_id));
}

/** The client, locked, if the viewer owns it or manages those of the organization that does. */
export async function lockOwnClient(
  em: EntityManager,
  viewer: Principal,
  given: string,
): Promise<OauthClient> {
  const id = requireId('cli', given, 'id');
  const client = await em.findOne(OauthClientEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!client) throw notFound('OAuth client');
  if (client.ownerUserId === viewer.id) return client;
  if (client.ownerUserId !== null) throw notFound('OAuth client');
  const { organizationId } = client;
  await enterOrganization(em, viewer, {
    organizationId,
    needs: ['oauth_client.manage'],
    what: 'OAuth client',
  });
  return client;
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
