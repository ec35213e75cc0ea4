import { errors } from 'oidc-provider';
import { rows } from '#platform/orm.ts';
import { isForeignKeyViolation } from '#platform/postgres-errors.ts';
import type { Tables } from '../tables.ts';
import { audienceOf, forkOf, type OauthParts } from './oauth-parts.ts';

interface IssuedToken {
  kind: string;
  accountId?: string;
  clientId?: string;
  grantId?: string;
  scope?: string | undefined;
}

/** Notes that a token was issued, before it is signed: a token that nobody noted is refused. */
export async function recordAccessToken(
  parts: OauthParts,
  token: unknown,
  jwt: { payload: Record<string, unknown> },
): Promise<undefined> {
  const { kind, accountId, clientId, grantId, scope } = token as IssuedToken;
  const { jti, iat, exp } = jwt.payload;
  await rows<Tables>(forkOf(parts))
    .insertInto('OauthAccessToken')
    .values({
      id: String(jti),
      kind,
      clientId: String(clientId),
      userId: accountId ?? null,
      grantId: grantId ?? null,
      scopes: scope?.split(' ').filter(Boolean) ?? [],
      audience: audienceOf(parts.issuer),
      issuedAt: new Date(Number(iat) * 1000),
      expiresAt: new Date(Number(exp) * 1000),
    })
    .execute()
    .catch(error => {
      // The grant went while the token was being made.
      if (isForeignKeyViolation(error, 'oauth_access_tokens_grant'))
        throw new errors.InvalidGrant('grant was revoked');
      throw error;
    });
  return undefined;
}
