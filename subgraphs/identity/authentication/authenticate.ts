import { sql } from 'kysely';
import { AppError } from '#platform/errors.ts';
import { fromUuid } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import { isJwt } from '../oauth/verify-access-token.ts';
import { authenticateAccessToken } from './authenticate-access-token.ts';
import { authenticateSession } from './authenticate-session.ts';
import type { Authentication } from './authentication.graphql.ts';
import { hashSecret, readCredential } from './credential-format.ts';
import { type HeldRoleRow, heldRoles, rolesFrom } from './held-roles.ts';

interface KeyRow {
  id: string;
  user_id: string;
  organization_id: string;
  scopes: string[];
  expires_at: string | null;
  is_revoked: boolean;
  roles: HeldRoleRow[];
}

const invalid = () => new AppError('UNAUTHENTICATED', 'The API key is not valid.');

/** One statement finds the key with its owner's roles and notes that it was used, at most once a minute. */
async function findKey(ctx: IdentityContext, hash: string, now: Date): Promise<KeyRow | undefined> {
  const { rows } = await sql<KeyRow>`
    with used as (
      update api_keys set last_used_at = ${now}
      where hash = ${hash} and (last_used_at is null or last_used_at < ${now}::timestamptz - interval '1 minute')
    )
    select k.id, k.user_id, k.scopes, k.expires_at, k.revoked_at is not null as is_revoked, u.organization_id,
      ${heldRoles('k')} as roles
    from api_keys k join users u on u.id = k.user_id and u.deleted_at is null where k.hash = ${hash}`.execute(
    statements(ctx.em),
  );
  return rows[0];
}

/** Tells who a credential stands for. Each way of not being valid has its own code. */
export function authenticate(ctx: IdentityContext, credential: string): Promise<Authentication> {
  if (credential.startsWith('als_')) return authenticateSession(ctx, credential);
  return isJwt(credential) ? authenticateAccessToken(ctx, credential) : authenticateApiKey(ctx, credential);
}

function readKey(ctx: IdentityContext, credential: string): string {
  if (!credential.startsWith('alm_')) throw invalid();
  const read = readCredential('alm', credential);
  if (read === 'TRUNCATED') throw new AppError('API_KEY_TRUNCATED', 'The end of the API key is missing.');
  if (read === 'MALFORMED')
    throw new AppError('API_KEY_MALFORMED', 'The API key is mistyped: its checksum does not fit.');
  if (read.environment !== ctx.keyEnvironment) {
    throw new AppError(
      'API_KEY_WRONG_ENVIRONMENT',
      `This deployment takes \`alm_${ctx.keyEnvironment}_…\` keys.`,
    );
  }
  return hashSecret(credential);
}

async function authenticateApiKey(ctx: IdentityContext, credential: string): Promise<Authentication> {
  const hash = readKey(ctx, credential);
  const now = new Date(ctx.clock.now());
  const key = await findKey(ctx, hash, now);
  if (!key) throw invalid();
  if (key.is_revoked) throw new AppError('API_KEY_REVOKED', 'The API key was revoked.');
  const expiresAt = key.expires_at === null ? null : new Date(key.expires_at);
  if (expiresAt && expiresAt <= now) throw new AppError('API_KEY_EXPIRED', 'The API key has expired.');
  return {
    userId: fromUuid('usr', key.user_id),
    clientId: null,
    organizationId: fromUuid('org', key.organization_id),
    credentialKind: 'API_KEY',
    credentialId: fromUuid('key', key.id),
    scopes: key.scopes,
    roles: rolesFrom(key.roles),
    expiresAt,
  };
}
