import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import type { AbsenceReason } from '../domain/absence.ts';
import { availabilityChanged } from '../schedules/availability.events.ts';
import { requireSoundDates } from '../schedules/date-span.ts';
import { lockSchedules } from '../schedules/lock-schedules.ts';
import { AbsenceEntity, type AbsenceRow } from './absence.entity.ts';
import { findKeptAbsence } from './absence-access.ts';
import { leadsBack } from './check-stand-in.ts';
import { readNote } from './read-note.ts';

interface AbsenceChanges {
  id: string;
  firstDate?: string | null;
  lastDate?: string | null;
  reason?: AbsenceReason | null;
  /** `null` clears it, as it does `standInUserId`. */
  note?: string | null | undefined;
  isNotePublic?: boolean | null;
  standInUserId?: string | null | undefined;
  expectedVersion?: number | null;
}

type Refusal = { kind: 'STAND_IN_LOOP' } | { kind: 'VERSION_CONFLICT'; currentVersion: number };

function applyTexts(absence: AbsenceRow, input: AbsenceChanges): void {
  if (input.reason) absence.reason = input.reason;
  if (input.note !== undefined) absence.note = readNote(input.note);
  if (input.isNotePublic != null) absence.isNotePublic = input.isNotePublic;
}

/** Moves the absence or its stand-in. Whether the stand-ins lead back is asked before anything is written. */
async function applyDates(
  em: EntityManager,
  absence: AbsenceRow,
  input: AbsenceChanges,
  today: { timeZone: string; now: number },
): Promise<'STAND_IN_LOOP' | null> {
  const { standInUserId: standIn } = input;
  if (input.firstDate == null && input.lastDate == null && standIn === undefined) return null;
  const firstDate = input.firstDate ?? absence.firstDate;
  const lastDate = input.lastDate ?? absence.lastDate;
  if (input.firstDate != null || input.lastDate != null)
    requireSoundDates({ firstDate, lastDate }, today.timeZone, today.now);
  const standInUserId = standIn === undefined ? absence.standInUserId : standIn;
  const { id, userId } = absence;
  if (standInUserId && (await leadsBack(em, { id, userId, standInUserId, firstDate, lastDate })))
    return 'STAND_IN_LOOP';
  Object.assign(absence, { firstDate, lastDate, standInUserId });
  return null;
}

/** Changes what is given of an absence that the viewer keeps. */
export async function updateAbsence(
  ctx: SchedulingContext,
  input: AbsenceChanges,
): Promise<Result<AbsenceRow, Refusal>> {
  if (input.standInUserId != null) requireId('usr', input.standInUserId, 'standInUserId');
  const { id, userId } = await findKeptAbsence(ctx, input);
  return transact(ctx, async ({ em, emit }) => {
    const { timeZone } = (await lockSchedules(em, userId)).defaultSchedule;
    const absence = await em.findOne(AbsenceEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!absence) throw notFound('absence');
    if (input.expectedVersion != null && input.expectedVersion !== absence.version)
      return err({ kind: 'VERSION_CONFLICT' as const, currentVersion: absence.version });
    if (await applyDates(em, absence, input, { timeZone, now: ctx.clock.now() }))
      return err({ kind: 'STAND_IN_LOOP' as const });
    applyTexts(absence, input);
    await em.flush();
    await emit(availabilityChanged(absence));
    return ok(absence);
  });
}
