import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** Days that a user spends in another zone. Those of one user never overlap: see the table's constraint. */
export const TravelStayEntity = defineEntity({
  name: 'TravelStay',
  tableName: 'travel_stays',
  properties: {
    id: p.type(new TypeIdColumn('stay')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    /** `YYYY-MM-DD`, as `lastDate`, which is included. */
    firstDate: p.date().$type<string>(),
    lastDate: p.date().$type<string>(),
    timeZone: p.text(),
  },
});

export type TravelStayRow = InferEntity<typeof TravelStayEntity>;
