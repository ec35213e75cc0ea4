import { sql } from 'kysely';
import { AppError } from '#platform/errors.ts';
import { fromUuid } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import { SESSION_IDLE_MS, sessionEnd } from '../domain/session-lifetime.ts';
import type { Authentication } from './authentication.graphql.ts';
import { hashSecret, readCredential } from './credential-format.ts';
import { type HeldRoleRow, heldRoles, rolesFrom } from './held-roles.ts';

type SessionContext = Pick<IdentityContext, 'em' | 'clock' | 'keyEnvironment'>;

interface SessionRow {
  id: string;
  user_id: string;
  organization_id: string;
  last_used_at: string;
  expires_at: string;
  is_revoked: boolean;
  roles: HeldRoleRow[];
}

/**
 * One statement finds the session with its user's roles and notes that it was used, at most once a minute. One
 * that is over stays so.
 */
async function findSession(ctx: SessionContext, hash: string, now: Date): Promise<SessionRow | undefined> {
  const idleSince = new Date(now.getTime() - SESSION_IDLE_MS);
  const { rows } = await sql<SessionRow>`
    with used as (
      update sessions set last_used_at = ${now}
      where hash = ${hash} and revoked_at is null and expires_at > ${now} and last_used_at > ${idleSince}
        and last_used_at < ${now}::timestamptz - interval '1 minute'
    )
    select s.id, s.user_id, s.last_used_at, s.expires_at, s.revoked_at is not null as is_revoked, u.organization_id,
      ${heldRoles('s')} as roles
    from sessions s join users u on u.id = s.user_id and u.deleted_at is null where s.hash = ${hash}`.execute(
    statements(ctx.em),
  );
  return rows[0];
}

function readToken(ctx: SessionContext, token: string): string {
  const read = readCredential('als', token);
  if (read === 'TRUNCATED') {
    throw new AppError('SESSION_TOKEN_TRUNCATED', 'The session token is too short: its end is missing.');
  }
  if (read === 'MALFORMED') throw new AppError('SESSION_TOKEN_MALFORMED', 'This is not a session token.');
  if (read.environment !== ctx.keyEnvironment) {
    throw new AppError(
      'SESSION_WRONG_ENVIRONMENT',
      `This deployment takes \`als_${ctx.keyEnvironment}_…\` session tokens.`,
    );
  }
  return hashSecret(token);
}

export async function authenticateSession(ctx: SessionContext, token: string): Promise<Authentication> {
  const hash = readToken(ctx, token);
  const now = new Date(ctx.clock.now());
  const session = await findSession(ctx, hash, now);
  if (!session) throw new AppError('UNAUTHENTICATED', 'The session token is not valid.');
  if (session.is_revoked) throw new AppError('SESSION_REVOKED', 'The session was ended. Sign in again.');
  const times = { lastUsedAt: new Date(session.last_used_at), expiresAt: new Date(session.expires_at) };
  if (sessionEnd(times) <= now)
    throw new AppError('SESSION_EXPIRED', 'The session has expired. Sign in again.');
  return {
    userId: fromUuid('usr', session.user_id),
    clientId: null,
    organizationId: fromUuid('org', session.organization_id),
    credentialKind: 'SESSION',
    credentialId: fromUuid('ses', session.id),
    scopes: ['*'],
    roles: rolesFrom(session.roles),
    expiresAt: sessionEnd({ ...times, lastUsedAt: now }),
  };
}
