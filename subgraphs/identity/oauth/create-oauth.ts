import type { MikroORM } from '@mikro-orm/postgresql';
import { type Clock, systemClock } from '#platform/clock.ts';
import { createEncryption } from '#platform/encryption.ts';
import type { TaskList } from '#platform/jobs.ts';
import type { Logger } from '#platform/logger.ts';
import type { WebHandler } from '#platform/web-handler.ts';
import type { KeyEnvironment } from '../authentication/credential-format.ts';
import { requestMagicLink } from '../sign-in/request-magic-link.ts';
import type { SignInRates } from '../sign-in/sign-in-rates.ts';
import { findBrowserUser } from './find-browser-user.ts';
import { forkOf, type OauthParts } from './oauth-parts.ts';
import { pruneOauth } from './prune-oauth.ts';
import { createKeyCache, rotateSigningKeys } from './signing-keys.ts';
import { type AccessTokenVerifier, createAccessTokenVerifier } from './verify-access-token.ts';

interface OauthOptions {
  orm: MikroORM;
  publicUrl: string;
  encryptionSecrets: readonly string[];
  log: Logger;
  /** Of sessions; tokens are about real time, whatever the time is that a test plays. */
  clock: Clock;
  signInRates: SignInRates;
  keyEnvironment: KeyEnvironment;
}

export interface Oauth {
  readonly web: WebHandler;
  readonly verifyAccessToken: AccessTokenVerifier;
  readonly tasks: TaskList;
}

/** One try each: what is left over is there the next time. */
export const oauthTimetable = ['17 * * * * prune-oauth ?max=1', '41 3 * * * rotate-signing-keys ?max=1'];

/** The OAuth 2.0 and OpenID provider of the deployment. */
export function createOauth(options: OauthOptions): Oauth {
  const { orm, log, clock, signInRates, publicUrl, encryptionSecrets } = options;
  const parts: OauthParts = {
    orm,
    log,
    issuer: publicUrl.replace(/\/+$/, ''),
    secrets: encryptionSecrets,
    encryption: createEncryption(encryptionSecrets),
    now: systemClock.now,
    findBrowserUser: token => findBrowserUser({ ...options, em: forkOf(options) }, token),
    mailSignInLink: (email, clientAddress) =>
      requestMagicLink({ clock, signInRates, em: forkOf(options), clientAddress }, { email }),
    countAuthorization: clientAddress => signInRates.spend('AUTHORIZATIONS', clientAddress),
    countTokenRequest: by => signInRates.spend('TOKENS', 'clientId' in by ? by.clientId : by.clientAddress),
  };
  const keys = createKeyCache(parts);
  const verifyAccessToken = createAccessTokenVerifier(parts, keys);
  // Processes that serve no clients, the worker and migrations among them, never load the provider.
  let serving: Promise<WebHandler> | undefined;
  return {
    async web(request, response) {
      serving ??= import('./serve-oauth.ts').then(({ createOauthHandler }) =>
        createOauthHandler(parts, keys, verifyAccessToken),
      );
      return (await serving)(request, response);
    },
    verifyAccessToken,
    tasks: {
      'prune-oauth': () => pruneOauth(forkOf(parts), parts.now()),
      'rotate-signing-keys': () => rotateSigningKeys(parts),
    },
  };
}
