import { badInput } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import type { AbsenceReason } from '../domain/absence.ts';
import { availabilityChanged } from '../schedules/availability.events.ts';
import { type DateSpan, earliestToday, requireSoundDates } from '../schedules/date-span.ts';
import { lockSchedules } from '../schedules/lock-schedules.ts';
import { AbsenceEntity, type AbsenceRow } from './absence.entity.ts';
import { chooseAbsentUser } from './absence-access.ts';
import { leadsBack } from './check-stand-in.ts';
import { readNote } from './read-note.ts';

interface NewAbsence extends DateSpan {
  userId?: string | null;
  reason: AbsenceReason;
  note?: string | null;
  isNotePublic?: boolean | null;
  standInUserId?: string | null;
}

const MAX_ABSENCES = 100;

/** Says that somebody is away: the viewer, or a member of a team that they lead. */
export async function createAbsence(
  ctx: SchedulingContext,
  input: NewAbsence,
): Promise<Result<AbsenceRow, 'STAND_IN_LOOP'>> {
  const { firstDate, lastDate, reason } = input;
  const note = readNote(input.note);
  const standInUserId = input.standInUserId ? requireId('usr', input.standInUserId, 'standInUserId') : null;
  const userId = await chooseAbsentUser(ctx, input.userId);
  return transact(ctx, async ({ em, emit }) => {
    const { defaultSchedule } = await lockSchedules(em, userId);
    const now = ctx.clock.now();
    requireSoundDates({ firstDate, lastDate }, defaultSchedule.timeZone, now);
    const known = await em.count(AbsenceEntity, { userId, lastDate: { $gte: earliestToday(now) } });
    if (known >= MAX_ABSENCES)
      throw badInput(
        'firstDate',
        `A user has up to ${MAX_ABSENCES} absences that are not over. Delete one first.`,
      );
    const id = newId('abs');
    if (standInUserId && (await leadsBack(em, { id, userId, standInUserId, firstDate, lastDate })))
      return err('STAND_IN_LOOP');
    const absence = em.create(AbsenceEntity, {
      id,
      organizationId: defaultSchedule.organizationId,
      userId,
      firstDate,
      lastDate,
      reason,
      note,
      isNotePublic: input.isNotePublic ?? false,
      standInUserId,
      createdAt: new Date(now),
    });
    await em.flush();
    await emit(availabilityChanged(absence));
    return ok(absence);
  });
}
