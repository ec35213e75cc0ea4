import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { isId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import { graphScopesOf, TOKEN_EXCHANGE } from './client-metadata.ts';
import { ACCESS_TOKEN_SECONDS, audienceOf, forkOf, type OauthParts } from './oauth-parts.ts';
import { isOwnScope } from './oauth-scopes.ts';
import { SIGNING_ALGORITHM } from './signing-keys.ts';

export const exchangeParameters = ['subject_token', 'subject_token_type', 'scope'];

/** The subject of an exchange is named, not proved: the client's own secret is the proof. */
const MANAGED_USER = 'urn:almanac:params:oauth:token-type:managed-user';

function readScopes(asked: string | undefined, allowed: readonly string[]): string[] {
  const scopes = asked ? [...new Set(asked.split(' ').filter(Boolean))] : [...allowed];
  const extra = scopes.find(scope => !allowed.includes(scope));
  if (extra) throw new errors.InvalidScope('requested scope is not allowed', extra);
  if (scopes.length === 0) throw new errors.InvalidScope('the client has no scope for users', '');
  return scopes;
}

/**
 * Token exchange (RFC 8693): a platform gets tokens for a user that it made itself. Nobody is asked, because the
 * platform is who created the account; other users' ids are as unknown to it as invented ones.
 */
export async function exchangeManagedUser(
  parts: OauthParts,
  provider: Provider,
  ctx: KoaContextWithOIDC,
): Promise<void> {
  const client = ctx.oidc.client;
  if (!client) throw new errors.InvalidClient('client not found', '');
  const params = (ctx.oidc.params ?? {}) as Record<string, string | undefined>;
  const userId = params['subject_token'] ?? '';
  if (params['subject_token_type'] !== MANAGED_USER)
    throw new errors.InvalidRequest(`subject_token_type must be ${MANAGED_USER}`);
  const managed = isId('usr', userId)
    ? await rows<Tables>(forkOf(parts))
        .selectFrom('ManagedUser')
        .select('userId')
        .where('userId', '=', userId)
        .where('clientId', '=', client.clientId)
        .executeTakeFirst()
    : undefined;
  if (!managed) throw new errors.InvalidGrant('subject_token is no managed user of the client');

  const audience = audienceOf(parts.issuer);
  const allowed = graphScopesOf(client).filter(scope => !isOwnScope(scope));
  const scopes = readScopes(params['scope'], allowed);
  const grant = new provider.Grant({ accountId: userId, clientId: client.clientId });
  grant.addResourceScope(audience, scopes.join(' '));
  const grantId = await grant.save();
  const shared = { accountId: userId, client, grantId, gty: TOKEN_EXCHANGE, scope: scopes.join(' ') };
  const token = new provider.AccessToken(shared as never);
  token.resourceServer = new provider.ResourceServer(audience, {
    scope: scopes.join(' '),
    audience,
    accessTokenFormat: 'jwt',
    accessTokenTTL: ACCESS_TOKEN_SECONDS,
    jwt: { sign: { alg: SIGNING_ALGORITHM } },
  }) as never;
  token.scope = scopes.join(' ');
  ctx.oidc.entity('AccessToken', token);
  const accessToken = await token.save();
  const refresh = new provider.RefreshToken({ ...shared, resource: audience, rotations: 0 } as never);
  ctx.oidc.entity('RefreshToken', refresh);
  ctx.body = {
    access_token: accessToken,
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    token_type: 'Bearer',
    expires_in: ACCESS_TOKEN_SECONDS,
    refresh_token: await refresh.save(),
    scope: scopes.join(' '),
  };
}
