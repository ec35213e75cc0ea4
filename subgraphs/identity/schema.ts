// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { buildFederatedSchema } from '#platform/federation.ts';
import { ApiKeyResolver } from './api-keys/api-key.resolver.ts';
import { AuthenticationResolver } from './authentication/authentication.resolver.ts';
import type { IdentityContext } from './context.ts';
import { EmailChangeResolver } from './email-change/email-change.resolver.ts';
import { ManagedUserResolver } from './managed-users/managed-user.resolver.ts';
import { OAuthClientResolver } from './oauth/oauth-client.resolver.ts';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.ts';
import { SessionResolver } from './sessions/session.resolver.ts';
import { SignInResolver } from './sign-in/sign-in.resolver.ts';
import { FederatedIdentityResolver } from './sso/federated-identity.resolver.ts';
import { SsoConnectionResolver } from './sso/sso-connection.resolver.ts';
import { teamReference } from './teams/team.reference.ts';
import { MembershipResolver, TeamResolver } from './teams/team.resolver.ts';
import { userReference } from './users/user.reference.ts';
import { UserResolver } from './users/user.resolver.ts';

export function createIdentitySchema() {
  return buildFederatedSchema<IdentityContext>({
    resolvers: [
      UserResolver,
      TeamResolver,
      MembershipResolver,
      ApiKeyResolver,
      OAuthClientResolver,
      ManagedUserResolver,
      AuthenticationResolver,
      SessionResolver,
      SignInResolver,
      EmailChangeResolver,
      SecondFactorResolver,
      FederatedIdentityResolver,
      SsoConnectionResolver,
    ],
    references: { User: userReference, Team: teamReference },
  });
}
