import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Encryption } from '#platform/encryption.ts';
import type { Logger } from '#platform/logger.ts';

/** Who is signed in in a browser. */
export interface BrowserUser {
  readonly userId: string;
  readonly sessionId: string;
  /** When they proved it: milliseconds since the Unix epoch. */
  readonly signedInAt: number;
}

/** What the OAuth provider is made of. */
export interface OauthParts {
  readonly orm: MikroORM;
  readonly encryption: Encryption;
  /** The address at which clients reach the gateway, without a slash at its end: also the issuer's name. */
  readonly issuer: string;
  /** The secrets that encrypt: keys for cookies and the like are derived from them. */
  readonly secrets: readonly string[];
  readonly log: Logger;
  /** Tokens are about real time, whatever the time is that a test plays. */
  now(): number;
  /** Who is signed in, by the session token that the gateway found in a cookie. */
  findBrowserUser(token: string): Promise<BrowserUser | null>;
  /** Mails a link to sign in with, where there is an account. */
  mailSignInLink(email: string, clientAddress: string): Promise<unknown>;
  /** Counts an authorization that is begun from an address, or refuses it with RATE_LIMITED. */
  countAuthorization(clientAddress: string): Promise<void>;
  /**
   * Counts a request for or about tokens, or refuses it with RATE_LIMITED. A client is only counted when it has proved
   * that it is itself: nobody uses up what is another's.
   */
  countTokenRequest(by: { clientAddress: string } | { clientId: string }): Promise<void>;
}

export const forkOf = (parts: Pick<OauthParts, 'orm'>) => parts.orm.em.fork() as EntityManager;

/** What access tokens are for. */
export const audienceOf = (issuer: string) => `${issuer}/graphql`;

/** So that a token is over before a leak of it is noticed. */
export const ACCESS_TOKEN_SECONDS = 600;
