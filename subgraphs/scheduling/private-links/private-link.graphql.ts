import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '#platform/scalars.ts';

@ObjectType({
  description:
    'A secret address that lets guests see and book a PRIVATE event type. Its token is shown once.',
})
export class PrivateLink {
  @Field(() => ID, { description: '`lnk_…`' })
  id!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'From this instant on it opens nothing; null: it never expires.',
  })
  expiresAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Bookings that can be made with it; null: any number.' })
  maxUses!: number | null;

  @Field(() => Int, { description: 'Bookings that were made with it, cancelled ones included.' })
  uses!: number;

  @Field(() => DateTime, { nullable: true })
  revokedAt!: Date | null;

  @Field(() => DateTime)
  createdAt!: Date;
}

@InputType()
export class CreatePrivateLinkInput {
  @Field(() => ID, { description: 'An event type that the user manages, PRIVATE or not yet.' })
  eventTypeId!: string;

  @Field(() => DateTime, { nullable: true, description: 'In the future; null: it never expires.' })
  expiresAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: 'Bookings that can be made with it, 1 to 10000; null: any number.',
  })
  maxUses?: number | null;
}

@ObjectType()
export class PrivateLinkCreated {
  constructor(privateLink: PrivateLink, token: string) {
    this.privateLink = privateLink;
    this.token = token;
  }

  @Field(() => PrivateLink)
  privateLink: PrivateLink;

  @Field(() => String, {
    description: 'The secret, `plk_…`: what guests give as `privateLink`. It cannot be shown again.',
  })
  token: string;
}

@InputType()
export class RevokePrivateLinkInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class PrivateLinkRevoked {
  constructor(privateLink: PrivateLink) {
    this.privateLink = privateLink;
  }

  @Field(() => PrivateLink)
  privateLink: PrivateLink;
}

export const privateLinkDescription =
  'The token of a private link, `plk_…`. Needed for a PRIVATE event type, except by those who manage it.';
