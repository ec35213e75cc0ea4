import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { byKey, groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import type { AbsenceRow } from './absence.entity.ts';

/** `today` is the earliest date that it can be anywhere: what ended before it is over. */
export function createAbsenceLoaders(em: EntityManager, today: string) {
  return {
    absence: new DataLoader<string, AbsenceRow | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('Absence').selectAll().where('id', 'in', ids).execute(),
        absence => absence.id,
      ),
    ),
    absencesOfUser: new DataLoader<string, AbsenceRow[]>(async userIds => {
      const found = await rows<Tables>(em)
        .selectFrom('Absence')
        .selectAll()
        .where('userId', 'in', userIds)
        .where('lastDate', '>=', today)
        .orderBy('firstDate')
        .orderBy('id')
        .execute();
      return groupedByKey(userIds, found, absence => absence.userId);
    }),
  };
}
