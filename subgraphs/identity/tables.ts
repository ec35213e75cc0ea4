import type { TablesOf } from '#platform/orm.ts';
import { ApiKeyEntity } from './api-keys/api-key.entity.ts';
import { AttributeEntity } from './attributes/attribute.entity.ts';
import { AuditEntryEntity } from './audit/audit-entry.entity.ts';
import { ContactEntity } from './contacts/contact.entity.ts';
import { EmailChangeEntity } from './email-change/email-change.entity.ts';
import { HandleEntity } from './handles/handle.entity.ts';
import { InvitationEntity } from './invitations/invitation.entity.ts';
import { ManagedUserEntity } from './managed-users/managed-user.entity.ts';
import { OauthAccessTokenEntity } from './oauth/oauth-access-token.entity.ts';
import { OauthArtifactEntity } from './oauth/oauth-artifact.entity.ts';
import { OauthClientEntity } from './oauth/oauth-client.entity.ts';
import { OauthGrantEntity } from './oauth/oauth-grant.entity.ts';
import { SigningKeyEntity } from './oauth/signing-key.entity.ts';
import { OrganizationEntity } from './organizations/organization.entity.ts';
import { OrganizationMembershipEntity } from './organizations/organization-membership.entity.ts';
import { CustomRoleEntity } from './roles/custom-role.entity.ts';
import {
  PendingSignInEntity,
  RecoveryCodeEntity,
  SecondFactorEntity,
} from './second-factor/second-factor.entity.ts';
import { SessionEntity } from './sessions/session.entity.ts';
import { SignInLinkEntity } from './sign-in/sign-in-link.entity.ts';
import {
  FederatedIdentityEntity,
  FederatedSignInEntity,
  SamlAssertionEntity,
  SsoConnectionEntity,
} from './sso/sso.entity.ts';
import { MembershipEntity } from './teams/membership.entity.ts';
import { TeamEntity } from './teams/team.entity.ts';
import { UserEntity } from './users/user.entity.ts';

export const entities = [
  OrganizationEntity,
  OrganizationMembershipEntity,
  HandleEntity,
  UserEntity,
  TeamEntity,
  MembershipEntity,
  InvitationEntity,
  ApiKeyEntity,
  OauthClientEntity,
  OauthGrantEntity,
  OauthAccessTokenEntity,
  OauthArtifactEntity,
  SigningKeyEntity,
  ManagedUserEntity,
  SessionEntity,
  SignInLinkEntity,
  EmailChangeEntity,
  SecondFactorEntity,
  RecoveryCodeEntity,
  PendingSignInEntity,
  AuditEntryEntity,
  CustomRoleEntity,
  AttributeEntity,
  ContactEntity,
  SsoConnectionEntity,
  FederatedIdentityEntity,
  FederatedSignInEntity,
  SamlAssertionEntity,
] as const;

export type Tables = TablesOf<typeof entities>;
