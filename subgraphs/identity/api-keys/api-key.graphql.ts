import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { connectionType } from '#platform/pagination.ts';
import { DateTime } from '#platform/scalars.ts';
import type { Scope as ScopeName } from '../domain/scope.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';

/** What each scope allows: shown in the graph, and to users whom an application asks for it. */
export const scopeDescriptions: Readonly<Record<ScopeName, string>> = {
  PROFILE_READ: "The user's own profile and API keys.",
  PROFILE_WRITE: "Changes to the user's own profile and API keys.",
  BOOKING_READ: 'Bookings, their history and their live changes.',
  BOOKING_WRITE: 'Confirming, declining, moving and cancelling bookings as their organizer.',
  BOOKING_OVERRIDE:
    'Booking and moving against rules of event types that the user manages, and of bookings that they host.',
  EVENT_TYPE_READ: 'Event types, unpublished ones included.',
  EVENT_TYPE_WRITE: 'Creating and changing event types.',
  SCHEDULE_READ: 'Schedules and availability of people.',
  SCHEDULE_WRITE: 'Changing schedules and overrides.',
  TEAM_READ: 'Teams and their members.',
  TEAM_WRITE: 'Creating teams, inviting and managing members.',
  AUDIT_READ: 'Audit logs of organizations.',
  WEBHOOK_READ: 'Webhook endpoints and their delivery logs.',
  WEBHOOK_WRITE: 'Creating, changing and replaying webhooks.',
  CALENDAR_READ: 'Calendar connections and their state.',
  CALENDAR_WRITE: 'Connecting, syncing and disconnecting calendars.',
  PAYMENT_READ: 'Payments of bookings.',
  PAYMENT_WRITE: 'Charging and refunding.',
  MANAGED_USER_READ: 'Managed users of a platform. Only for OAuth clients that act for themselves.',
  MANAGED_USER_WRITE:
    'Creating and deleting managed users of a platform. Only for OAuth clients that act for themselves.',
};

export const Scope = registerEnum<ScopeName>(
  'Scope',
  'What a credential may be used for. WRITE does not imply READ; what a field needs is in its `@access`.',
  scopeDescriptions,
);

@ObjectType({
  description: 'A long-lived credential of a user. The secret itself is shown once and stored as a hash.',
})
export class ApiKey {
  @Field(() => ID, { description: '`key_…`' })
  id!: string;

  @Field(() => String, { description: 'What the user calls it.' })
  name!: string;

  @Field(() => String, { description: '`alm_live_` or `alm_test_`: which deployments take it.' })
  prefix!: string;

  @Field(() => String, { description: 'The last four characters of the secret, to tell keys apart.' })
  last4!: string;

  @Field(() => [Scope])
  scopes!: ScopeName[];

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'From this instant on the key is refused; null: never.',
  })
  expiresAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Exact to the minute.' })
  lastUsedAt?: Date | null;

  @Field(() => DateTime, { nullable: true })
  revokedAt?: Date | null;
}

export const ApiKeyConnection = connectionType('ApiKey', () => ApiKey);

@InputType()
export class CreateApiKeyInput {
  @Field(() => String, { description: '1 to 100 characters.' })
  name!: string;

  @Field(() => [Scope], { description: 'At least one; none that the calling key lacks itself.' })
  scopes!: ScopeName[];

  @Field(() => DateTime, { nullable: true, description: 'In the future; null: never expires.' })
  expiresAt?: Date | null;
}

@ObjectType()
export class ApiKeyCreated {
  constructor(secret: string, apiKey: ApiKey) {
    this.secret = secret;
    this.apiKey = apiKey;
  }

  @Field(() => String, { description: 'The key. It cannot be shown again.' })
  secret: string;

  @Field(() => ApiKey)
  apiKey: ApiKey;
}

@ObjectType({ implements: Problem })
export class ApiKeyInactive extends Problem {
  override code: ProblemCode = 'API_KEY_INACTIVE';
  override message =
    'The key is revoked, expired or rotated already and cannot be rotated. Create a new one.';
}

export const CreateApiKeyResult = createUnionType({
  name: 'CreateApiKeyResult',
  types: () => [ApiKeyCreated] as const,
});

@InputType()
export class RotateApiKeyInput {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when the old key stays valid next to the new one: at most 24 hours ahead, and that unless given; now: not at all.',
  })
  overlapUntil?: Date | null;
}

export const RotateApiKeyResult = createUnionType({
  name: 'RotateApiKeyResult',
  types: () => [ApiKeyCreated, ApiKeyInactive] as const,
});

@InputType()
export class RevokeApiKeyInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class RevokeApiKeyPayload {
  constructor(apiKey: ApiKey) {
    this.apiKey = apiKey;
  }

  @Field(() => ApiKey)
  apiKey: ApiKey;
}
