// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { entityChangesResolver } from '#platform/entity-changes.ts';
import { buildFederatedSchema } from '#platform/federation.ts';
import { changesPublicReads } from '../../schema/public-reads.ts';
import { DeletionResolver } from './accounts/deletion.resolver.ts';
import { ApiKeyResolver } from './api-keys/api-key.resolver.ts';
import { AttributeResolver, MemberAttributesResolver } from './attributes/attribute.resolver.ts';
import { AuditResolver } from './audit/audit.resolver.ts';
import { AuthenticationResolver } from './authentication/authentication.resolver.ts';
import {
  ContactResolver,
  ContactsOfTeamResolver,
  ContactsOfUserResolver,
} from './contacts/contact.resolver.ts';
import type { IdentityContext } from './context.ts';
import { EmailChangeResolver } from './email-change/email-change.resolver.ts';
import { InvitationResolver } from './invitations/invitation.resolver.ts';
import { ManagedUserResolver } from './managed-users/managed-user.resolver.ts';
import { nodeTypeDefs } from './nodes/node.graphql.ts';
import { nodeResolvers } from './nodes/node.resolver.ts';
import { OAuthClientResolver } from './oauth/oauth-client.resolver.ts';
import {
  OrganizationMembershipResolver,
  OrganizationResolver,
  OrganizationsOfUserResolver,
} from './organizations/organization.resolver.ts';
import { PlanResolver } from './plans/plan.resolver.ts';
import { identityRelations } from './relations.ts';
import { RequiredSsoResolver } from './required-sso/required-sso.resolver.ts';
import { CustomRoleResolver, MemberRolesResolver } from './roles/custom-role.resolver.ts';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.ts';
import { SessionResolver } from './sessions/session.resolver.ts';
import { SignInResolver } from './sign-in/sign-in.resolver.ts';
import { FederatedIdentityResolver } from './sso/federated-identity.resolver.ts';
import { SignInOptionsResolver } from './sso/sign-in-options.resolver.ts';
import { SsoConnectionResolver } from './sso/sso-connection.resolver.ts';
import { teamReference } from './teams/team.reference.ts';
import { MembershipResolver, TeamResolver } from './teams/team.resolver.ts';
import { TeamChangeResolver } from './teams/team-change.resolver.ts';
import { userReference } from './users/user.reference.ts';
import { UserResolver } from './users/user.resolver.ts';

export function createIdentitySchema() {
  return buildFederatedSchema<IdentityContext>({
    resolvers: [
      UserResolver,
      TeamResolver,
      TeamChangeResolver,
      MembershipResolver,
      OrganizationResolver,
      OrganizationMembershipResolver,
      OrganizationsOfUserResolver,
      InvitationResolver,
      ApiKeyResolver,
      OAuthClientResolver,
      ManagedUserResolver,
      AuthenticationResolver,
      entityChangesResolver('identityEntitiesChanged', changesPublicReads),
      SessionResolver,
      SignInResolver,
      EmailChangeResolver,
      SecondFactorResolver,
      AuditResolver,
      PlanResolver,
      DeletionResolver,
      ContactResolver,
      ContactsOfUserResolver,
      ContactsOfTeamResolver,
      CustomRoleResolver,
      MemberRolesResolver,
      AttributeResolver,
      MemberAttributesResolver,
      FederatedIdentityResolver,
      SsoConnectionResolver,
      SignInOptionsResolver,
      RequiredSsoResolver,
    ],
    references: { User: userReference, Team: teamReference },
    relations: identityRelations,
    also: { typeDefs: nodeTypeDefs, resolvers: nodeResolvers },
  });
}
