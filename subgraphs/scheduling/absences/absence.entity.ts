import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import { absenceReasons } from '../domain/absence.ts';

/** Days on which a user takes no bookings, on the calendar of whichever schedule is asked. */
export const AbsenceEntity = defineEntity({
  name: 'Absence',
  tableName: 'absences',
  properties: {
    id: p.type(new TypeIdColumn('abs')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    /** `YYYY-MM-DD`, as `lastDate`, which is included. */
    firstDate: p.date().$type<string>(),
    lastDate: p.date().$type<string>(),
    reason: p.enum(absenceReasons),
    note: p.text().strictNullable(),
    isNotePublic: p.boolean().default(false),
    standInUserId: p.type(new TypeIdColumn('usr')).$type<string | null>().strictNullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
  },
});

export type AbsenceRow = InferEntity<typeof AbsenceEntity>;
