import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import type { IdentityContext } from '../context.ts';
import { HandleTaken } from '../users/user.graphql.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';
import type { Team as TeamRow } from './team.entity.ts';
import { Team } from './team.graphql.ts';
import * as c from './team-change.graphql.ts';
import { transferTeam } from './transfer-team.ts';
import { updateTeam } from './update-team.ts';

@Resolver(() => Team)
export class TeamChangeResolver {
  @Tag('partner')
  @Access({ to: 'PUBLIC', scope: 'TEAM_READ', role: 'TEAM_MEMBER' })
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Grows with every change: pass it as `expectedVersion`. Seen by its members; null for everybody else.',
  })
  version(@Root() team: TeamRow): number {
    return team.version;
  }

  @Access({ to: 'USER', scope: 'TEAM_WRITE', role: 'TEAM_ADMIN', otherwise: 'FORBIDDEN' })
  @Mutation(() => c.UpdateTeamResult, {
    description: 'Changes the name or the handle of a team. For admins.',
  })
  async updateTeam(
    @Arg('input', () => c.UpdateTeamInput) input: c.UpdateTeamInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof c.UpdateTeamResult> {
    const updated = await updateTeam(ctx, input);
    if (updated.ok) return new c.TeamUpdated(updated.value);
    if (updated.error === 'HANDLE_TAKEN') return new HandleTaken(input.handle ?? '');
    return new VersionConflict(updated.error.currentVersion);
  }

  @Access({ to: 'USER', scope: 'TEAM_WRITE', role: 'TEAM_OWNER', otherwise: 'FORBIDDEN' })
  @Mutation(() => c.TeamTransferred, {
    description: 'Makes a member an owner of the team and you an admin. For owners.',
  })
  async transferTeam(
    @Arg('input', () => c.TransferTeamInput) input: c.TransferTeamInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<c.TeamTransferred> {
    return new c.TeamTransferred(await transferTeam(ctx, input));
  }
}
