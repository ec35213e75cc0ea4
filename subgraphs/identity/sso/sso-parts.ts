import type { Issuers } from './issuers.ts';
import type { Providers } from './providers.ts';

/** What signing in by others is made of. */
export interface SsoParts {
  /** Where browsers reach the gateway, without a slash at its end. */
  readonly publicUrl: string;
  readonly providers: Providers;
  readonly issuers: Issuers;
  /** Whether issuers may be on this very machine. */
  readonly allowsLoopback: boolean;
}

/** An attempt is over after that, whatever it waits for. */
export const ATTEMPT_MS = 30 * 60_000;

/**
 * Each source answers at an address of its own, so that an answer of one is never taken for that of another
 * (RFC 9700 §4.4.2).
 */
export const callbackOf = ({ publicUrl }: SsoParts, source: string) => `${publicUrl}/sso/callback/${source}`;

/**
 * What we call ourselves to a SAML provider, and where it finds what it has to know: another name for each
 * connection, so that an assertion for one is for no other.
 */
export const entityIdOf = ({ publicUrl }: SsoParts, connectionId: string) =>
  `${publicUrl}/sso/metadata/${connectionId}`;
