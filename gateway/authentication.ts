import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { AppError, isErrorCode } from '#platform/errors.ts';
import { anonymous, type Principal, type PrincipalSigner, servicePrincipal } from '#platform/principal.ts';
import type { Subgraph } from '#platform/subgraph.ts';

/** A revoked credential is refused everywhere this long after at the latest. */
const CACHE_MS = 5_000;
const CACHE_SIZE = 20_000;

const AUTHENTICATE = `query Authenticate($credential: String!) {
  authenticate(credential: $credential) {
    userId clientId organizationId credentialKind credentialId scopes roles { groupId role } expiresAt
  }
}`;

interface Authentication {
  userId: string | null;
  /** The OAuth client that the credential was issued to; without a user it acts for itself. */
  clientId: string | null;
  organizationId: string;
  credentialKind: 'API_KEY' | 'SESSION' | 'ACCESS_TOKEN';
  credentialId: string;
  scopes: string[];
  roles: { groupId: string; role: string }[];
  expiresAt: string | null;
}

export interface Authenticator {
  authenticate(authorization: string | undefined, requestId: string): Promise<Principal>;
  /** What was learned of a credential is asked for anew the next time. */
  forget(authorization: string | undefined): void;
}

function toPrincipal(found: Authentication): Principal {
  return {
    kind: found.userId ? 'USER' : 'CLIENT',
    id: found.userId ?? found.clientId ?? '',
    credential: {
      kind: found.credentialKind,
      id: found.credentialId,
      ...(found.clientId && { clientId: found.clientId }),
    },
    scopes: found.scopes,
    organizationId: found.organizationId,
    roles: Object.fromEntries(found.roles.map(({ groupId, role }) => [groupId, role])),
  };
}

/**
 * Tells from an `Authorization` header who is asking. Identity is asked once per credential and five seconds;
 * failures are not remembered, so that a new key works at once.
 */
export function createAuthenticator(
  identity: Subgraph,
  sign: PrincipalSigner,
  now: () => number,
): Authenticator {
  const known = new LRUCache<string, { principal: Principal; until: number }>({ max: CACHE_SIZE });
  const gateway = servicePrincipal('gateway');

  async function ask(credential: string, requestId: string) {
    const call = { token: await sign(gateway), requestId };
    const { data, errors } = await identity.execute({ query: AUTHENTICATE, variables: { credential } }, call);
    const [error] = errors ?? [];
    if (error) {
      const code = error.extensions?.['code'];
      throw new AppError(isErrorCode(code) ? code : 'INTERNAL', error.message);
    }
    const found = data?.['authenticate'] as Authentication;
    const end = found.expiresAt ? Date.parse(found.expiresAt) : Number.POSITIVE_INFINITY;
    return { principal: toPrincipal(found), until: Math.min(now() + CACHE_MS, end) };
  }

  /** The cache holds hashes: a dump of the memory names no usable key. */
  const hashOf = (credential: string) => createHash('sha256').update(credential).digest('base64');
  const credentialIn = (authorization: string) => /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(authorization)?.[1];

  return {
    async authenticate(authorization, requestId) {
      if (!authorization) return anonymous;
      const credential = credentialIn(authorization);
      if (!credential)
        throw new AppError(
          'UNAUTHENTICATED',
          'The authorization must be `Bearer <key>`, with a key of printable ASCII characters and no space.',
        );
      const hash = hashOf(credential);
      const cached = known.get(hash);
      if (cached && cached.until > now()) return cached.principal;
      const fresh = await ask(credential, requestId);
      known.set(hash, fresh);
      return fresh.principal;
    },
    forget(authorization) {
      const credential = authorization && credentialIn(authorization);
      if (credential) known.delete(hashOf(credential));
    },
  };
}
