import type { Encryption } from '#platform/encryption.ts';
import type { EventLog } from '#platform/event-log.ts';
import type { Rates } from '#platform/rate-limit.ts';
import type { RequestContext } from '#platform/transaction.ts';
import type { KeyEnvironment } from './authentication/credential-format.ts';
import type { AccessTokenVerifier } from './oauth/verify-access-token.ts';
import type { SsoParts } from './sso/sso-parts.ts';
import type { TeamLoaders } from './teams/team.loaders.ts';
import type { UserLoaders } from './users/user.loaders.ts';

export interface IdentityContext extends RequestContext {
  readonly loaders: UserLoaders & TeamLoaders;
  readonly keyEnvironment: KeyEnvironment;
  readonly verifyAccessToken: AccessTokenVerifier;
  readonly eventLog: EventLog;
  readonly encryption: Encryption;
  readonly sso: SsoParts;
  /** What a client address may try in a minute. */
  readonly signInRates: Rates;
}
