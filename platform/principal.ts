import { jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { AppError } from './errors.ts';

/**
 * Who is asking. The gateway learns it once from the identity subgraph and hands it to every subgraph as a
 * signed token that lives for a minute; a subgraph takes no other word for it.
 */
export interface Principal {
  /** `SERVICE` is one of our own processes, acting for nobody; `CLIENT` an OAuth client that acts for itself. */
  readonly kind: 'ANONYMOUS' | 'USER' | 'SERVICE' | 'CLIENT';
  /** The user's or client's id, or the service's name; empty for `ANONYMOUS`. */
  readonly id: string;
  /** How the user proved it, and the credential's id: what an audit trail names. */
  readonly credential: {
    readonly kind: 'API_KEY' | 'SESSION' | 'ACCESS_TOKEN';
    readonly id: string;
    /** The OAuth client that an access token was issued to. */
    readonly clientId?: string;
  } | null;
  /** What the credential may be used for. A session may do everything its user may: `['*']`. */
  readonly scopes: readonly string[];
  /** The tenant that owns the user. */
  readonly organizationId: string | null;
  /** Role by the id of the group it is held in. */
  readonly roles: Readonly<Record<string, string>>;
}

export const anonymous: Principal = {
  kind: 'ANONYMOUS',
  id: '',
  credential: null,
  scopes: [],
  organizationId: null,
  roles: {},
};

export function servicePrincipal(name: string): Principal {
  return { ...anonymous, kind: 'SERVICE', id: name, scopes: ['*'] };
}

export function hasScope(principal: Principal, scope: string): boolean {
  return principal.scopes.includes('*') || principal.scopes.includes(scope);
}

const ISSUER = 'almanac';
const AUDIENCE = 'almanac:subgraph';
const LIFETIME_SECONDS = 60;
/** A cached token is replaced when less than this is left, so that none expires on the way. */
const RENEWAL_SECONDS = 20;

export type PrincipalSigner = (principal: Principal) => Promise<string>;
export type PrincipalVerifier = (token: string | undefined) => Promise<Principal>;

const key = (secret: string) => new TextEncoder().encode(secret);

/** Signs with the first secret (HS256, RFC 7519). A principal object is signed once per 40 seconds. */
export function createPrincipalSigner(secrets: readonly string[], now: () => number): PrincipalSigner {
  const signingKey = key(secrets[0] ?? '');
  const signed = new WeakMap<Principal, { token: Promise<string>; renewAt: number }>();
  return principal => {
    const issuedAt = Math.floor(now() / 1000);
    const cached = signed.get(principal);
    if (cached && issuedAt < cached.renewAt) return cached.token;
    const token = new SignJWT({ principal })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFETIME_SECONDS)
      .sign(signingKey);
    signed.set(principal, { token, renewAt: issuedAt + LIFETIME_SECONDS - RENEWAL_SECONDS });
    return token;
  };
}

/** Verifies against every secret, so that a new one can be rolled out before the old one goes. */
export function createPrincipalVerifier(secrets: readonly string[], now: () => number): PrincipalVerifier {
  const keys = secrets.map(key);
  const verified = new LRUCache<string, { principal: Principal; expiresAt: number }>({ max: 5000 });

  async function verify(token: string) {
    for (const candidate of keys) {
      const result = await jwtVerify<{ principal: Principal }>(token, candidate, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        currentDate: new Date(now()),
        requiredClaims: ['iat', 'exp', 'principal'],
      }).catch(() => null);
      const { iat = 0, exp = Number.POSITIVE_INFINITY } = result?.payload ?? {};
      // Whatever lives longer is none of the gateway's.
      if (result && exp - iat <= LIFETIME_SECONDS)
        return { principal: result.payload.principal, expiresAt: (result.payload.exp ?? 0) * 1000 };
    }
    throw new AppError('UNAUTHENTICATED', 'This endpoint only answers the gateway: the call is not signed.');
  }

  return async token => {
    const cached = token ? verified.get(token) : undefined;
    if (cached && cached.expiresAt > now()) return cached.principal;
    const fresh = await verify(token ?? '');
    verified.set(token ?? '', fresh);
    return fresh.principal;
  };
}
