import { decodeProtectedHeader } from 'jose';
import * as openid from 'openid-client';
import type { IdentityContext } from '../context.ts';
import { emailOf } from '../domain/sign-in-source.ts';
import type { ProvenSubject } from './proven-subject.ts';
import type { ProviderSettings } from './providers.ts';
import { callbackOf } from './sso-parts.ts';

/** Signatures that only the issuer can make: what the client's own secret signs, anybody who has it could. */
const ALGORITHMS = new Set([
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]);

export interface OpenidSecrets {
  nonce: string;
  verifier: string;
}

/** Where the browser is sent, and what has to be remembered until it comes back. */
export async function askOpenid(
  ctx: IdentityContext,
  source: string,
  settings: ProviderSettings,
  state: string,
): Promise<{ url: URL; secrets: OpenidSecrets }> {
  const config = await ctx.sso.issuers.discover(settings);
  const secrets = { nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() };
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: callbackOf(ctx.sso, source),
    scope: settings.scope,
    state,
    nonce: secrets.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...(settings.postsAnswers && { response_mode: 'form_post' }),
  });
  return { url, secrets };
}

/** Trades the code and checks the id token: signature, algorithm, issuer, audience, times and nonce. */
export async function readOpenidAnswer(
  ctx: IdentityContext,
  source: string,
  settings: ProviderSettings,
  { query, state, secrets }: { query: URLSearchParams; state: string; secrets: OpenidSecrets },
): Promise<ProvenSubject> {
  const config = await ctx.sso.issuers.discover(settings);
  const answer = new URL(`${callbackOf(ctx.sso, source)}?${query}`);
  const tokens = await openid.authorizationCodeGrant(config, answer, {
    expectedState: state,
    expectedNonce: secrets.nonce,
    pkceCodeVerifier: secrets.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  const { alg = '' } = decodeProtectedHeader(tokens.id_token ?? '');
  if (!claims || !ALGORITHMS.has(alg)) throw new Error(`The id token is signed by ${alg}.`);
  const needsMore = claims['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
  const more = needsMore ? await openid.fetchUserInfo(config, tokens.access_token, claims.sub) : {};
  const all: Record<string, unknown> = { ...more, ...claims };
  const { email, isProven } = emailOf(source, all);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email,
    isEmailProven: isProven,
    name: typeof all['name'] === 'string' ? all['name'] : null,
  };
}
