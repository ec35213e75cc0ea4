import { requireId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { readName } from '../organizations/read-name.ts';
import { lockTeam, requireRank } from './lock-team.ts';
import type { Team } from './team.entity.ts';
import { teamEvent } from './team.events.ts';

interface TeamChanges {
  teamId: string;
  expectedVersion: number;
  name?: string | null;
  handle?: string | null;
}

type Refusal = 'HANDLE_TAKEN' | { currentVersion: number };

/** Renames a team, or moves its pages to another handle. For its admins. */
export async function updateTeam(ctx: IdentityContext, input: TeamChanges): Promise<Result<Team, Refusal>> {
  const teamId = requireId('team', input.teamId, 'teamId');
  const work = transact<Result<Team, Refusal>>(ctx, async ({ em, emit }) => {
    const { team, role } = await lockTeam(em, ctx.viewer, teamId);
    requireRank(role, null, 'MEMBER');
    if (team.version !== input.expectedVersion) return err({ currentVersion: team.version });
    const before = { name: team.name, handle: team.handle };
    if (input.handle != null && input.handle !== team.handle) {
      if (!(await claimHandle(em, input.handle, team.id))) return err('HANDLE_TAKEN');
      team.handle = input.handle;
    }
    if (input.name != null) team.name = readName(input.name);
    team.updatedAt = new Date(ctx.clock.now());
    await em.flush();
    await emit(teamEvent('team.updated', team));
    await appendAuditEntry(ctx, em, {
      action: 'team.updated',
      of: { organizationId: team.organizationId },
      target: { type: 'team', id: teamId },
      before,
      after: { name: team.name, handle: team.handle },
    });
    return ok(team);
  });
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error, 'handles_pkey')) return err('HANDLE_TAKEN');
    throw error;
  }
}
