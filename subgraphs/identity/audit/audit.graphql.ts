import { GraphQLJSON } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { connectionType, PageArgs } from '#platform/pagination.ts';
import { DateTime } from '#platform/scalars.ts';

const ActorKind = registerEnum('AuditActorKind', 'Who did something.', {
  USER: 'A user, by a session or a key.',
  ANONYMOUS: 'Somebody who was not signed in, or not yet.',
  SERVICE: 'One of our own processes.',
  CLIENT: 'An OAuth client that acts for itself.',
});

@ObjectType({ description: 'Something that was done in or to an organization. Entries are only added.' })
class AuditEntry {
  @Field(() => ID, { description: '`aud_…`' })
  id!: string;

  @Field(() => String, { description: '`<noun>.<past participle>`, such as `api_key.created`.' })
  action!: string;

  @Field(() => ActorKind)
  actorKind!: keyof typeof ActorKind;

  @Field(() => ID, { nullable: true, description: 'The user, who may be gone; or the name of the process.' })
  actorId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How they proved it: `API_KEY`, `SESSION`, `ACCESS_TOKEN`.',
  })
  credentialKind?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the key or session, not its secret.' })
  credentialId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The IPv4 address, or the IPv6 network of 64 bits; null where no client asked, or erased.',
  })
  clientAddress?: string | null;

  @Field(() => String, { description: 'The `requestId` of the request: the same in answers and logs.' })
  correlationId!: string;

  @Field(() => String, { description: 'What was changed: `api_key`, `user`, `team`, `invitation`, …' })
  targetType!: string;

  @Field(() => ID)
  targetId!: string;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'What was there; null: nothing, or erased.',
  })
  before?: Record<string, unknown> | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What is there; null: nothing, or erased.' })
  after?: Record<string, unknown> | null;

  @Field(() => DateTime)
  occurredAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When `before`, `after` and `clientAddress` were erased with the account they told of.',
  })
  erasedAt?: Date | null;
}

export const AuditEntryConnection = connectionType('AuditEntry', () => AuditEntry);

@InputType({ description: 'All that is given has to fit.' })
export class AuditLogFilter {
  @Field(() => [String], { nullable: true, description: 'Up to 50 actions.' })
  actions?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Who did it: `usr_…`.' })
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What it was done to.' })
  targetId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'The first instant.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The first instant after.' })
  to?: Date | null;
}

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => AuditLogFilter, { nullable: true })
  filter?: AuditLogFilter | null;
}
