import type { PlanContext } from '#platform/plan.ts';
import type { RequestContext } from '#platform/transaction.ts';
import type { KeyEnvironment } from './api-keys/key-format.ts';
import type { Messages } from './messages/messages.ts';
import type { MemberLoaders } from './organizations/member.loaders.ts';
import type { OrganizationLoaders } from './organizations/organization.loaders.ts';
import type { TeamLoaders } from './teams/team.loaders.ts';
import type { UserLoaders } from './users/user.loaders.ts';

export interface IdentityContext extends RequestContext, PlanContext {
  readonly loaders: UserLoaders & TeamLoaders & OrganizationLoaders & MemberLoaders;
  readonly keyEnvironment: KeyEnvironment;
  readonly messages: Messages;
  /** Where people sign in: what mails link to. */
  readonly consoleUrl: string;
}
