import { errors, type JWTPayload, jwtVerify } from 'jose';
import { AppError, type ErrorCode } from '#platform/errors.ts';
import { isCanonicalJws } from '#platform/jws.ts';
import { ACCESS_TOKEN_SECONDS, audienceOf, type OauthParts } from './oauth-parts.ts';
import { type KeyCache, SIGNING_ALGORITHM } from './signing-keys.ts';

interface AccessTokenClaims extends JWTPayload {
  jti: string;
  sub: string;
  client_id: string;
  exp: number;
}

export type AccessTokenVerifier = (token: string) => Promise<AccessTokenClaims>;

/** How far the clocks of two of our processes may be apart. */
const LEEWAY_SECONDS = 5;

const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Whether a credential has the shape of a JWT; an API key never has. */
export const isJwt = (credential: string) => JWT.test(credential);

const CLAIM_CODES: Record<string, ErrorCode> = {
  iss: 'ACCESS_TOKEN_WRONG_ISSUER',
  aud: 'ACCESS_TOKEN_WRONG_AUDIENCE',
  typ: 'ACCESS_TOKEN_WRONG_TYPE',
};

const invalid = (cause: unknown) =>
  new AppError('ACCESS_TOKEN_INVALID', 'The access token is not one of ours.', { cause });

/** What is wrong with a claim is told only of tokens that we signed: jose looks at the signature first. */
function refusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return new AppError(
      'ACCESS_TOKEN_WRONG_ALGORITHM',
      `Access tokens are signed with ${SIGNING_ALGORITHM}.`,
    );
  }
  if (error instanceof errors.JWTExpired) {
    return new AppError('ACCESS_TOKEN_EXPIRED', 'The access token has expired. Use the refresh token.');
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    const code = CLAIM_CODES[error.claim];
    if (code)
      return new AppError(code, `The access token's \`${error.claim}\` is not what it has to be here.`);
  }
  return invalid(error);
}

/**
 * Verifies an access token (RFC 9068) without asking anybody. Everything that a token could choose is pinned: its
 * algorithm, type, issuer, audience and lifetime; its key is found by name among ours, and never in the token.
 */
export function createAccessTokenVerifier(
  parts: Pick<OauthParts, 'issuer' | 'now'>,
  keys: KeyCache,
): AccessTokenVerifier {
  return async token => {
    try {
      if (!isCanonicalJws(token)) throw invalid(new Error('the token is not spelt canonically'));
      const { payload } = await jwtVerify<AccessTokenClaims>(
        token,
        async ({ kid }) => {
          const key = typeof kid === 'string' ? await keys.find(kid) : undefined;
          if (!key) throw invalid(new Error('the key is not known'));
          return key;
        },
        {
          algorithms: [SIGNING_ALGORITHM],
          typ: 'at+jwt',
          issuer: parts.issuer,
          audience: audienceOf(parts.issuer),
          requiredClaims: ['jti', 'sub', 'client_id', 'iat', 'exp'],
          maxTokenAge: ACCESS_TOKEN_SECONDS,
          clockTolerance: LEEWAY_SECONDS,
          currentDate: new Date(parts.now()),
        },
      );
      return payload;
    } catch (error) {
      throw refusal(error);
    }
  };
}
