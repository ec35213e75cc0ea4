import type { Encryption } from '#platform/encryption.ts';
import type { EventLog } from '#platform/event-log.ts';
import type { PlanContext } from '#platform/plan.ts';
import type { Rates } from '#platform/rate-limit.ts';
import type { RequestContext } from '#platform/transaction.ts';
import type { KeyEnvironment } from './authentication/credential-format.ts';
import type { Messages } from './messages/messages.ts';
import type { AccessTokenVerifier } from './oauth/verify-access-token.ts';
import type { MemberLoaders } from './organizations/member.loaders.ts';
import type { OrganizationLoaders } from './organizations/organization.loaders.ts';
import type { SsoParts } from './sso/sso-parts.ts';
import type { TeamLoaders } from './teams/team.loaders.ts';
import type { UserLoaders } from './users/user.loaders.ts';

export interface IdentityContext extends RequestContext, PlanContext {
  readonly loaders: UserLoaders & TeamLoaders & OrganizationLoaders & MemberLoaders;
  readonly keyEnvironment: KeyEnvironment;
  readonly verifyAccessToken: AccessTokenVerifier;
  readonly eventLog: EventLog;
  readonly encryption: Encryption;
  readonly sso: SsoParts;
  /** What a client address may try in a minute. */
  readonly signInRates: Rates;
  readonly messages: Messages;
  /** Where people reach the gateway: what mails link to. */
  readonly publicUrl: string;
}
