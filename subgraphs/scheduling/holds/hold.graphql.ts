import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { idempotencyKeyDescription } from '#platform/idempotency.ts';
import { DateTime } from '#platform/scalars.ts';
import { SlotUnavailable } from '../bookings/booking-result.graphql.ts';
import { HOLD } from '../domain/hold.ts';
import { privateLinkDescription } from '../private-links/private-link.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { Slot } from '../slots/slot.graphql.ts';
import { HoldExpired } from './hold-expired.graphql.ts';

const minutesDescription = `${HOLD.minMinutes} to ${HOLD.maxMinutes} minutes from now on; left out: ${HOLD.fallbackMinutes}.`;

@InputType()
export class HoldSlotInput {
  @Field(() => ID)
  eventTypeId!: string;

  @Field(() => DateTime, { description: 'The `startsAt` of a slot.' })
  startsAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'One of `durationOptionsMinutes`; left out: the default one.',
  })
  durationMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: `How long to hold it: ${minutesDescription}` })
  minutes?: number | null;

  @Field(() => String, {
    nullable: true,
    description: `${privateLinkDescription} Holding does not use it up.`,
  })
  privateLink?: string | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

@InputType()
export class ExtendHoldInput {
  @Field(() => String)
  holdToken!: string;

  @Field(() => Int, {
    nullable: true,
    description: `Until when to hold it: ${minutesDescription} It never ends sooner than before.`,
  })
  minutes?: number | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

@InputType()
export class ReleaseHoldInput {
  @Field(() => String)
  holdToken!: string;
}

@ObjectType()
export class SlotHeld {
  constructor(holdToken: string, expiresAt: Date, slot: Slot) {
    this.holdToken = holdToken;
    this.expiresAt = expiresAt;
    this.slot = slot;
  }

  @Field(() => String, {
    description: 'The secret with which `createBooking` books the slot, whoever else wants it. Shown once.',
  })
  holdToken: string;

  @Field(() => DateTime, {
    description: 'A booking before this instant succeeds; from then on the slot is free.',
  })
  expiresAt: Date;

  @Field(() => Slot, { description: 'The slot with the hosts who are held; its date is in UTC.' })
  slot: Slot;
}

export const HoldSlotResult = createUnionType({
  name: 'HoldSlotResult',
  types: () => [SlotHeld, SlotUnavailable] as const,
});

@ObjectType({ implements: Problem })
export class HoldNotExtended extends Problem {
  override code: ProblemCode = 'HOLD_NOT_EXTENDED';
  override message = `A hold is extended ${HOLD.maxExtensions} times at the most.`;
}

@ObjectType()
export class HoldExtended {
  constructor(expiresAt: Date, extensionsLeft: number) {
    this.expiresAt = expiresAt;
    this.extensionsLeft = extensionsLeft;
  }

  @Field(() => DateTime)
  expiresAt: Date;

  @Field(() => Int, { description: 'How often it can still be extended.' })
  extensionsLeft: number;
}

export const ExtendHoldResult = createUnionType({
  name: 'ExtendHoldResult',
  types: () => [HoldExtended, HoldExpired, HoldNotExtended] as const,
});

@ObjectType()
export class HoldReleased {
  @Field(() => Boolean, { description: 'Always true: nobody holds the slot with this token any more.' })
  released: boolean = true;
}

export const ReleaseHoldResult = createUnionType({
  name: 'ReleaseHoldResult',
  types: () => [HoldReleased, HoldExpired] as const,
});
