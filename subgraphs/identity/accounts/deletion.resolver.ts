import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import type { IdentityContext } from '../context.ts';
import { OAuthClientHasUsers } from '../oauth/oauth-client.graphql.ts';
import { deleteOrganization } from '../organizations/delete-organization.ts';
import { deleteTeam } from '../teams/delete-team.ts';
import { LastOwner } from '../teams/team.graphql.ts';
import { deleteAccount } from './delete-account.ts';
import * as d from './deletion.graphql.ts';

@Resolver()
export class DeletionResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE' })
  @Mutation(() => d.DeleteAccountResult, {
    description:
      'Ends your account for good: keys, event types and webhooks with it; upcoming bookings that only you host are cancelled.',
  })
  async deleteAccount(
    @Arg('input', () => d.DeleteAccountInput) input: d.DeleteAccountInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof d.DeleteAccountResult> {
    const deleted = await deleteAccount(ctx, input);
    if (deleted.ok) return new d.AccountDeleted(deleted.value);
    return deleted.error === 'LAST_OWNER' ? new LastOwner() : new OAuthClientHasUsers();
  }

  @Access({ to: 'USER', scope: 'TEAM_WRITE', role: 'TEAM_OWNER', otherwise: 'FORBIDDEN' })
  @Mutation(() => d.TeamDeleted, {
    description:
      'Ends a team: its event types are switched off, its upcoming bookings cancelled. For owners.',
  })
  async deleteTeam(
    @Arg('input', () => d.DeleteTeamInput) input: d.DeleteTeamInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<d.TeamDeleted> {
    return new d.TeamDeleted(await deleteTeam(ctx, input));
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'organization.delete', otherwise: 'FORBIDDEN' })
  @Mutation(() => d.DeleteOrganizationResult, {
    description: 'Ends an organization without teams. Needs `organization.delete`.',
  })
  async deleteOrganization(
    @Arg('input', () => d.DeleteOrganizationInput) input: d.DeleteOrganizationInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof d.DeleteOrganizationResult> {
    const deleted = await deleteOrganization(ctx, input);
    if (deleted.ok) return new d.OrganizationDeleted(deleted.value);
    return deleted.error === 'IN_USE' ? new d.OrganizationInUse() : new OAuthClientHasUsers();
  }
}
