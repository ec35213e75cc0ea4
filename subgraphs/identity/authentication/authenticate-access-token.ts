import { sql } from 'kysely';
import { AppError } from '#platform/errors.ts';
import { fromUuid } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import type { Authentication } from './authentication.graphql.ts';
import { type HeldRoleRow, heldRoles, rolesFrom } from './held-roles.ts';

interface TokenRow {
  client_id: string;
  client_organization_id: string;
  client_scopes: string[];
  scopes: string[];
  user_id: string | null;
  organization_id: string | null;
  roles: HeldRoleRow[];
}

const revoked = () => new AppError('ACCESS_TOKEN_REVOKED', 'The access token was revoked.');

/**
 * Who an access token stands for. Its signature says that we issued it, its row that nobody took it back: revoking the
 * token, its grant or its client deletes the row.
 */
export async function authenticateAccessToken(ctx: IdentityContext, token: string): Promise<Authentication> {
  const claims = await ctx.verifyAccessToken(token);
  const { rows } = await sql<TokenRow>`
    select t.client_id, t.scopes, t.user_id, c.organization_id as client_organization_id, c.scopes as client_scopes,
      u.organization_id,
      ${heldRoles('t')} as roles
    from oauth_access_tokens t join oauth_clients c on c.id = t.client_id left join users u on u.id = t.user_id and u.deleted_at is null
    where t.id = ${claims.jti}`.execute(statements(ctx.em));
  const [row] = rows;
  if (!row || (row.user_id !== null && row.organization_id === null)) throw revoked();
  const clientId = fromUuid('cli', row.client_id);
  const userId = row.user_id === null ? null : fromUuid('usr', row.user_id);
  if (claims.client_id !== clientId || claims.sub !== (userId ?? clientId)) throw revoked();
  // What a client may no longer do, its earlier tokens may no longer do either.
  const scopes = row.scopes.filter(scope => row.client_scopes.includes(scope));
  return {
    userId,
    clientId,
    organizationId: fromUuid('org', row.organization_id ?? row.client_organization_id),
    credentialKind: 'ACCESS_TOKEN',
    credentialId: claims.jti,
    scopes,
    roles: rolesFrom(row.roles),
    expiresAt: new Date(claims.exp * 1000),
  };
}
