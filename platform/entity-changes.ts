import { Arg, Directive, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Access } from './access.ts';
import type { EventLog, LoggedEvent } from './event-log.ts';
import { watchEvents } from './watch-events.ts';

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'Things that are other ones now, or gone. For the gateway.' })
export class EntityChanges {
  @Field(() => String, { description: '`after: cursor` continues behind this word.' })
  cursor!: string;

  @Field(() => [ID], { description: 'Of everything that the news names; empty where there is none.' })
  ids!: string[];
}

/** An id wherever it stands: its prefix, an underscore and a UUID in base32. */
const ID_SHAPE = /^[a-z_]{1,63}_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** Every id in an event, whatever its field is called: none can be forgotten. */
export function idsIn({ aggregateId, payload }: Pick<LoggedEvent, 'aggregateId' | 'payload'>): string[] {
  const ids = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      if (ID_SHAPE.test(value)) ids.add(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(aggregateId);
  collect(payload);
  return [...ids];
}

/** The subscription by which the gateway hears which of its kept responses are outdated. */
export function entityChangesResolver(field: string, accepts: (name: string) => boolean) {
  @Resolver()
  class EntityChangesResolver {
    @Access({ to: 'SERVICE' })
    @Directive('@inaccessible')
    @Subscription(() => EntityChanges, {
      name: field,
      description: 'What changes of what anybody may read, as it happens. For the gateway.',
      subscribe: ({ args, context }) =>
        watchEvents((context as { eventLog: EventLog }).eventLog, {
          after: (args as { after?: string | null }).after,
          accepts: ({ name }) => accepts(name),
          tell: (event, cursor): EntityChanges => ({ cursor, ids: event ? idsIn(event) : [] }),
        }),
    })
    entitiesChanged(
      @Root() changes: EntityChanges,
      @Arg('after', () => String, { nullable: true }) _after?: string | null,
    ): EntityChanges {
      return changes;
    }
  }
  return EntityChangesResolver;
}
