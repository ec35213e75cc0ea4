import { Arg, Int, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { CacheControl } from '#platform/cache-control.ts';
import { Holiday } from './holiday.graphql.ts';
import { HOLIDAY_YEARS, listHolidays } from './list-holidays.ts';

@Resolver()
export class HolidayResolver {
  @Access({ to: 'PUBLIC' })
  @CacheControl({ maxAge: 300 })
  @Query(() => [Holiday], {
    description: 'The public holidays of a country or a part of it in one year, by date.',
  })
  holidays(
    @Arg('region', () => String, {
      description: 'ISO 3166 country, also with a state and a part of that: `DE`, `DE-BY`, `US-LA-NO`.',
    })
    region: string,
    @Arg('year', () => Int, { description: `${HOLIDAY_YEARS.first} to ${HOLIDAY_YEARS.last}.` }) year: number,
  ): Holiday[] {
    return listHolidays(region, year);
  }
}
