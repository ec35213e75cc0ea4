import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { byKey, groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import type { BookingRow } from '../bookings/booking.entity.ts';
import type { Tables } from '../tables.ts';
import type { SeriesRow } from './series.entity.ts';

export function createSeriesLoaders(em: EntityManager) {
  return {
    series: new DataLoader<string, SeriesRow | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('Series').selectAll().where('id', 'in', ids).execute(),
        series => series.id,
      ),
    ),
    bookingsOfSeries: new DataLoader<string, BookingRow[]>(async seriesIds => {
      const found = await rows<Tables>(em)
        .selectFrom('Booking')
        .selectAll()
        .where('seriesId', 'in', seriesIds)
        .orderBy('seriesPosition')
        .execute();
      return groupedByKey(seriesIds, found, booking => booking.seriesId ?? '');
    }),
  };
}
