import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { AppError, isErrorCode } from '#platform/errors.ts';
import { anonymous, type Principal, type PrincipalSigner, servicePrincipal } from '#platform/principal.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { createCredentialWatch } from './credential-watch.ts';

/** A revoked credential is refused everywhere this long after at the latest. */
const CACHE_MS = 5_000;
const CACHE_SIZE = 20_000;
/** An answer that was on its way when its credential was revoked is not kept. */
const REVOKED_MS = 60_000;

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

interface Identified {
  principal: Principal;
  /** When the credential ends by itself. */
  endsAt: Date | null;
}

export interface Authenticator {
  authenticate(authorization: string | undefined, requestId: string): Promise<Principal>;
  /** What was learned of a credential is asked for anew the next time. */
  forget(authorization: string | undefined): void;
  /** The same for credentials that are told to have been revoked; whoever watches them is told. */
  revoked(credentialIds: readonly string[]): void;
  /** Calls `end` once, when the credential is not taken any more. Returns the function that ends the watch. */
  watch(authorization: string | undefined, principal: Principal, end: (reason: AppError) => void): () => void;
  close(): void;
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

const nobody: Identified = { principal: anonymous, endsAt: null };

/** The cache holds hashes: a dump of the memory names no usable key. */
const hashOf = (credential: string) => createHash('sha256').update(credential).digest('base64');
const credentialIn = (authorization: string) => /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(authorization)?.[1];

/**
 * Tells from an `Authorization` header who is asking. Identity is asked once per credential and five seconds;
 * failures are not remembered, so that a new key works at once.
 */
export function createAuthenticator(
  identity: Subgraph,
  sign: PrincipalSigner,
  now: () => number,
): Authenticator {
  const known = new LRUCache<string, Identified & { until: number }>({ max: CACHE_SIZE });
  const revokedIds = new LRUCache<string, true>({ max: CACHE_SIZE, ttl: REVOKED_MS });
  const gateway = servicePrincipal('gateway');

  async function ask(credential: string, requestId: string): Promise<Identified> {
    const call = { token: await sign(gateway), requestId };
    const { data, errors } = await identity
      .execute({ query: AUTHENTICATE, variables: { credential } }, call)
      .catch(cause => {
        throw new AppError('UNAVAILABLE', 'Your credential cannot be verified right now: try again.', {
          cause,
          extensions: { retryAfter: 1 },
        });
      });
    const [error] = errors ?? [];
    if (error) {
      const code = error.extensions?.['code'];
      throw new AppError(isErrorCode(code) ? code : 'INTERNAL', error.message);
    }
    const found = data?.['authenticate'] as Authentication;
    return { principal: toPrincipal(found), endsAt: found.expiresAt ? new Date(found.expiresAt) : null };
  }

  async function identify(authorization: string | undefined, requestId: string): Promise<Identified> {
    if (!authorization) return nobody;
    const credential = credentialIn(authorization);
    if (!credential)
      throw new AppError(
        'UNAUTHENTICATED',
        'The authorization must be `Bearer <key>`, with a key of printable ASCII characters and no space.',
      );
    const hash = hashOf(credential);
    const cached = known.get(hash);
    if (cached && cached.until > now()) return cached;
    const fresh = await ask(credential, requestId);
    const until = Math.min(now() + CACHE_MS, fresh.endsAt?.getTime() ?? Number.POSITIVE_INFINITY);
    if (!revokedIds.has(fresh.principal.credential?.id ?? '')) known.set(hash, { ...fresh, until });
    return fresh;
  }

  function forget(authorization: string | undefined) {
    const credential = authorization && credentialIn(authorization);
    if (credential) known.delete(hashOf(credential));
  }

  const watches = createCredentialWatch({ identify, now });

  return {
    authenticate: async (authorization, requestId) => (await identify(authorization, requestId)).principal,
    forget,
    revoked(credentialIds) {
      for (const id of credentialIds) revokedIds.set(id, true);
      for (const [hash, { principal }] of known) {
        if (credentialIds.includes(principal.credential?.id ?? '')) known.delete(hash);
      }
      for (const id of credentialIds) watches.check(id);
    },
    watch(authorization, { credential }, end) {
      return authorization && credential ? watches.add(credential.id, authorization, end) : () => {};
    },
    close: watches.close,
  };
}
