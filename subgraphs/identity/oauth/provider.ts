import { timingSafeEqual } from 'node:crypto';
import type { JWK } from 'jose';
import {
  type Configuration,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';
import { isId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import { graphScopesOf, ownClientMetadata, secretHashesOf, TOKEN_EXCHANGE } from './client-metadata.ts';
import { exchangeManagedUser, exchangeParameters } from './exchange-managed-user.ts';
import { ACCESS_TOKEN_SECONDS, audienceOf, forkOf, type OauthParts } from './oauth-parts.ts';
import { identityScopes, isOwnScope } from './oauth-scopes.ts';
import { renderErrorPage } from './pages.ts';
import { recordAccessToken } from './record-access-token.ts';
import { deriveKeys, sha256, successorOf } from './secrets.ts';
import { SIGNING_ALGORITHM } from './signing-keys.ts';
import { createStorage } from './storage.ts';
import { RATE_LIMIT_ERROR, refusalOf, retryAfterOf } from './too-many-requests.ts';

const MINUTE = 60;
const DAY = 86_400;

/** Where each endpoint is; the gateway sends these paths here. */
export const oauthRoutes = {
  authorization: '/oauth/authorize',
  token: '/oauth/token',
  jwks: '/oauth/jwks',
  revocation: '/oauth/revoke',
  introspection: '/oauth/introspect',
  end_session: '/oauth/sign-out',
} as const;

/** The cookie that holds an authorization together from its first page to its last. */
export const SESSION_COOKIE = 'almanac_oauth';

const TOLERATED = new Set<string>([...identityScopes, 'offline_access']);

/** What a client may ask for here: for itself what is its own, for users the rest. */
function scopesFor(ctx: KoaContextWithOIDC, registered: readonly string[]): string[] {
  const isForItself = ctx.oidc.params?.['grant_type'] === 'client_credentials';
  return registered.filter(scope => isOwnScope(scope) === isForItself);
}

/** oidc-provider drops resource scopes that a client lacks; we say so instead. */
function requireRegistered(ctx: KoaContextWithOIDC, allowed: readonly string[]): void {
  const asked = String(ctx.oidc.params?.['scope'] ?? '')
    .split(' ')
    .filter(Boolean);
  const extra = asked.find(scope => !TOLERATED.has(scope) && !allowed.includes(scope));
  if (extra) throw new errors.InvalidScope('requested scope is not allowed', extra);
}

async function findAccount(parts: OauthParts, sub: string) {
  if (!isId('usr', sub)) return undefined;
  const user = await rows<Tables>(forkOf(parts))
    .selectFrom('User')
    .selectAll()
    .where('id', '=', sub)
    .executeTakeFirst();
  if (!user) return undefined;
  return {
    accountId: sub,
    claims: async () => ({
      sub,
      name: user.name,
      preferred_username: user.handle,
      picture: user.avatarUrl ?? undefined,
      zoneinfo: user.timeZone,
      locale: user.locale,
      email: user.email,
    }),
  };
}

/**
 * The permission that a user gave a confidential client earlier, as a new one: each sign-in of a client is a family
 * of tokens of its own. Public clients ask every time, because anybody can pose as one (RFC 6749 §10.2).
 */
async function loadGrant(parts: OauthParts, ctx: KoaContextWithOIDC) {
  const { provider, client, account, result } = ctx.oidc;
  const given = result?.consent?.grantId;
  if (given) return provider.Grant.find(given);
  if (!client || !account || client.tokenEndpointAuthMethod === 'none') return undefined;
  if (ctx.oidc.prompts.has('consent')) return undefined;
  const earlier = await rows<Tables>(forkOf(parts))
    .selectFrom('OauthGrant')
    .select(['scopes', 'payload'])
    .where('userId', '=', account.accountId)
    .where('clientId', '=', client.clientId)
    .where('expiresAt', '>', new Date(parts.now()))
    .orderBy('createdAt', 'desc')
    .executeTakeFirst();
  const asked = [...ctx.oidc.requestParamScopes].filter(scope => scope !== 'offline_access');
  if (!earlier || !asked.every(scope => earlier.scopes.includes(scope))) return undefined;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  allow(grant, audienceOf(parts.issuer), asked);
  await grant.save();
  return grant;
}

type Grant = InstanceType<Provider['Grant']>;

/** Writes the scopes that a user allowed into a grant. */
export function allow(grant: Grant, audience: string, scopes: readonly string[]): void {
  const identity = scopes.filter(scope => TOLERATED.has(scope));
  const others = scopes.filter(scope => !TOLERATED.has(scope));
  if (identity.length > 0) grant.addOIDCScope(identity.join(' '));
  if (others.length > 0) grant.addResourceScope(audience, others.join(' '));
}

function configuration(parts: OauthParts, keys: readonly JWK[]): Configuration {
  const audience = audienceOf(parts.issuer);
  const policy = interactionPolicy.base();
  return {
    adapter: createStorage(parts),
    jwks: { keys: keys as never },
    routes: oauthRoutes,
    cookies: {
      names: { session: SESSION_COOKIE, interaction: 'almanac_oauth_step', resume: 'almanac_oauth_resume' },
      keys: deriveKeys(parts.secrets, 'cookies'),
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: '/oauth' },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'picture', 'zoneinfo', 'locale'],
      email: ['email'],
    },
    scopes: [...identityScopes, 'offline_access'],
    // The graph's `me` tells about the user; an id token holds what its scopes allow.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    subjectTypes: ['public'],
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    enabledJWA: {
      idTokenSigningAlgValues: [SIGNING_ALGORITHM],
      clientAuthSigningAlgValues: [],
    } as never,
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    clientDefaults: { id_token_signed_response_alg: SIGNING_ALGORITHM },
    extraClientMetadata: { properties: ownClientMetadata },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      introspection: {
        enabled: true,
        // Nobody learns anything about tokens of others.
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo(ctx, resource, client) {
          if (resource !== audience) throw new errors.InvalidTarget();
          const allowed = scopesFor(ctx, graphScopesOf(client));
          requireRegistered(ctx, allowed);
          return {
            scope: allowed.join(' '),
            audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: ACCESS_TOKEN_SECONDS,
            jwt: { sign: { alg: SIGNING_ALGORITHM } },
          };
        },
      },
    },
    formats: { customizers: { jwt: (_ctx, token, jwt) => recordAccessToken(parts, token, jwt) } },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: MINUTE,
      IdToken: 10 * MINUTE,
      Interaction: 30 * MINUTE,
      Session: 60 * MINUTE,
      RefreshToken: 30 * DAY,
      Grant: 365 * DAY,
    },
    rotateRefreshToken: true,
    expiresWithSession: () => false,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    findAccount: (_ctx, sub) => findAccount(parts, sub),
    loadExistingGrant: ctx => loadGrant(parts, ctx),
    interactions: { policy, url: (_ctx, interaction) => `/oauth/interaction/${interaction.uid}` },
    // A page that is a client may read its tokens from where it lives.
    clientBasedCORS: (_ctx, origin, client) =>
      client.tokenEndpointAuthMethod === 'none' &&
      (client.redirectUris ?? []).some(uri => new URL(uri).origin === origin),
    renderError: (ctx, out) => renderErrorPage(ctx, out),
  };
}

/** Counts a client that has just given its secret, before anything of its request is used up. */
async function countClient(parts: OauthParts, clientId: string): Promise<void> {
  const refusal = await refusalOf(parts.countTokenRequest({ clientId }));
  if (!refusal) return;
  Provider.ctx?.set('retry-after', retryAfterOf(refusal));
  const error = new errors.CustomOIDCProviderError(RATE_LIMIT_ERROR, refusal.message);
  throw Object.assign(error, { status: 429, statusCode: 429 });
}

/** oidc-provider with our storage, our secrets and our grant; made anew when the signing keys change. */
export function createProvider(parts: OauthParts, keys: readonly JWK[]): Provider {
  const provider = new Provider(parts.issuer, configuration(parts, keys));
  // Behind our own gateway: `serve-oauth.ts` writes what the proxy headers say.
  provider.proxy = true;

  // Only a hash is stored, so what a client sends is hashed before it is compared.
  Object.assign(provider.Client.prototype, {
    async compareClientSecret(this: { clientId: string }, given: string) {
      const hash = Buffer.from(sha256(given));
      const isRight = secretHashesOf(this).some(known => timingSafeEqual(Buffer.from(known), hash));
      if (isRight) await countClient(parts, this.clientId);
      return isRight;
    },
  });

  const refreshKey = deriveKeys(parts.secrets, 'refresh tokens')[0] ?? '';
  const { prototype } = provider.RefreshToken as unknown as { prototype: { generateTokenId(): string } };
  const generate = prototype.generateTokenId;
  prototype.generateTokenId = function generateTokenId() {
    const rotated = Provider.ctx?.oidc.entities.RotatedRefreshToken;
    return rotated ? successorOf(rotated.jti, refreshKey) : generate.call(this);
  };

  provider.registerGrantType(
    TOKEN_EXCHANGE,
    ctx => exchangeManagedUser(parts, provider, ctx as never),
    exchangeParameters,
  );
  for (const name of [
    'server_error',
    'grant.error',
    'authorization.error',
    'revocation.error',
    'introspection.error',
  ]) {
    provider.on(name as 'server_error', (_ctx, error: Error & { statusCode?: number }) => {
      const level = (error.statusCode ?? 500) < 500 ? 'info' : 'error';
      parts.log[level]({ err: error }, `oauth: ${name}`);
    });
  }
  return provider;
}
