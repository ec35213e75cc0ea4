import { importPKCS8, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import * as openid from 'openid-client';
import { createIssuerFetch } from './issuer-fetch.ts';
import type { ProviderSettings } from './providers.ts';

/** Long enough to spare issuers, short enough for what they change to be noticed. */
const KEPT_MS = 10 * 60_000;
const KEPT = 500;
const TIMEOUT_SECONDS = 10;

export interface Issuers {
  /** What an issuer says of itself, to one client of it. Asks the issuer, at most once in ten minutes. */
  discover(settings: ProviderSettings): Promise<openid.Configuration>;
  close(): Promise<void>;
}

/** Apple takes no secret but a token that our key signs. */
async function readSecret({ secret, clientId, issuer }: ProviderSettings): Promise<string> {
  if (typeof secret === 'string') return secret;
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: secret.keyId })
    .setIssuer(secret.teamId)
    .setSubject(clientId)
    .setAudience(issuer)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importPKCS8(secret.privateKey, 'ES256'));
}

/** The secret in the way that the issuer takes; the header is what it takes unless it says otherwise. */
function authenticateBy(secret: string): openid.ClientAuth {
  const basic = openid.ClientSecretBasic(secret);
  const post = openid.ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
  };
}

export function createIssuers(allowsLoopback: boolean): Issuers {
  const issuerFetch = createIssuerFetch(allowsLoopback);
  const known = new LRUCache<string, openid.Configuration>({ max: KEPT, ttl: KEPT_MS });

  async function ask(settings: ProviderSettings) {
    const issuer = new URL(settings.issuer);
    const isInsecure = allowsLoopback && issuer.protocol === 'http:';
    return openid.discovery(
      issuer,
      settings.clientId,
      undefined,
      authenticateBy(await readSecret(settings)),
      {
        [openid.customFetch]: issuerFetch.fetch,
        timeout: TIMEOUT_SECONDS,
        // The signature of an id token counts, too, not only the connection that it came by.
        execute: [openid.enableNonRepudiationChecks, ...(isInsecure ? [openid.allowInsecureRequests] : [])],
      },
    );
  }

  return {
    async discover(settings) {
      const key = JSON.stringify([settings.issuer, settings.clientId, settings.secret]);
      const found = known.get(key) ?? (await ask(settings));
      known.set(key, found, { ttl: known.getRemainingTTL(key) || KEPT_MS });
      return found;
    },
    close: issuerFetch.close,
  };
}
