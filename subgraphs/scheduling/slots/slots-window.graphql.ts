import { ArgsType, Field, ID, Int } from 'type-graphql';
import { DateTime, TimeZone } from '#platform/scalars.ts';
import { MAX_SPAN_DAYS, MAX_SPAN_DAYS_OF_LARGE_GROUPS } from '../domain/query-span.ts';
import { privateLinkDescription } from '../private-links/private-link.graphql.ts';

/** Which slots are meant. */
@ArgsType()
export class SlotsWindowArgs {
  @Field(() => ID)
  eventTypeId!: string;

  @Field(() => DateTime, { description: 'Slots start at or after this instant.' })
  from!: Date;

  @Field(() => DateTime, {
    description: `Slots start before this instant, at most ${MAX_SPAN_DAYS} days after \`from\`; ${MAX_SPAN_DAYS_OF_LARGE_GROUPS} where there are more than 50 hosts.`,
  })
  to!: Date;

  @Field(() => TimeZone, { description: 'The zone of `date`: usually that of the guest.' })
  timeZone!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'One of `durationOptionsMinutes`; left out: the default one.',
  })
  durationMinutes?: number | null;

  @Field(() => String, { nullable: true, description: privateLinkDescription })
  privateLink?: string | null;
}
