import type { MikroORM } from '@mikro-orm/postgresql';
import { createEncryption } from '#platform/encryption.ts';
import type { TaskList } from '#platform/jobs.ts';
import type { Logger } from '#platform/logger.ts';
import type { WebHandler } from '#platform/web-handler.ts';
import { type BrowserUser, forkOf, type OauthParts } from './oauth-parts.ts';
import { pruneOauth } from './prune-oauth.ts';
import { createOauthHandler } from './serve-oauth.ts';
import { createKeyCache, rotateSigningKeys } from './signing-keys.ts';
import { type AccessTokenVerifier, createAccessTokenVerifier } from './verify-access-token.ts';

interface OauthOptions {
  orm: MikroORM;
  publicUrl: string;
  encryptionSecrets: readonly string[];
  log: Logger;
  now(): number;
  findBrowserUser(cookies: string): Promise<BrowserUser | null>;
  signInUrl(returnTo: string): string | null;
}

export interface Oauth {
  readonly web: WebHandler;
  readonly verifyAccessToken: AccessTokenVerifier;
  readonly tasks: TaskList;
}

/** One try each: what is left over is there the next time. */
export const oauthTimetable = ['17 * * * * prune-oauth ?max=1', '41 3 * * * rotate-signing-keys ?max=1'];

/** The OAuth 2.0 and OpenID provider of the deployment. */
export function createOauth({ publicUrl, encryptionSecrets, ...options }: OauthOptions): Oauth {
  const parts: OauthParts = {
    ...options,
    issuer: publicUrl.replace(/\/+$/, ''),
    secrets: encryptionSecrets,
    encryption: createEncryption(encryptionSecrets),
  };
  const keys = createKeyCache(parts);
  const verifyAccessToken = createAccessTokenVerifier(parts, keys);
  return {
    web: createOauthHandler(parts, keys, verifyAccessToken),
    verifyAccessToken,
    tasks: {
      'prune-oauth': () => pruneOauth(forkOf(parts), parts.now()),
      'rotate-signing-keys': () => rotateSigningKeys(parts),
    },
  };
}
