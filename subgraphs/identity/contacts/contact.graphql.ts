import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { DateTime } from '#platform/scalars.ts';
import { CodeInvalid } from '../code-invalid.graphql.ts';
import type { ContactKind as ContactKindName } from '../domain/contact.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';

const ContactKind = registerEnum<ContactKindName>('ContactKind', 'How a message gets to an address.', {
  EMAIL: 'By mail.',
  PHONE: 'By text message.',
});

@ObjectType({ description: 'An address of a user or a team. It is used once it is verified.' })
export class Contact {
  @Field(() => ID, { description: '`cnt_…`' })
  id!: string;

  @Field(() => ContactKind)
  kind!: ContactKindName;

  @Field(() => String, { description: 'In lower case, or as E.164 spells a telephone number.' })
  address!: string;

  @Field(() => DateTime, { nullable: true, description: 'When its code was given back; null: not yet.' })
  verifiedAt?: Date | null;
}

@InputType()
export class AddContactInput {
  @Field(() => ID, { nullable: true, description: 'A team that you lead; your own contact unless given.' })
  teamId?: string | null;

  @Field(() => ContactKind)
  kind!: ContactKindName;

  @Field(() => String, { description: 'An e-mail address, or a telephone number with its country: `+49…`.' })
  address!: string;
}

@ObjectType({ description: 'A code is on its way: six digits, good for 10 minutes and five guesses.' })
export class ContactCodeSent {
  constructor(contact: Contact) {
    this.contact = contact;
  }

  @Field(() => Contact)
  contact: Contact;
}

@ObjectType({ implements: Problem })
export class TooManyCodes extends Problem {
  override code: ProblemCode = 'TOO_MANY_CODES';
  override message = 'Five codes were sent there within an hour. Try again later.';
}

export const ContactCodeResult = createUnionType({
  name: 'ContactCodeResult',
  types: () => [ContactCodeSent, TooManyCodes] as const,
});

@InputType()
export class ResendContactCodeInput {
  @Field(() => ID)
  contactId!: string;
}

@InputType()
export class VerifyContactInput {
  @Field(() => ID)
  contactId!: string;

  @Field(() => String, { description: 'Six digits.' })
  code!: string;
}

@ObjectType()
export class ContactVerified {
  constructor(contact: Contact) {
    this.contact = contact;
  }

  @Field(() => Contact)
  contact: Contact;
}

export const VerifyContactResult = createUnionType({
  name: 'VerifyContactResult',
  types: () => [ContactVerified, CodeInvalid] as const,
});

@InputType()
export class RemoveContactInput {
  @Field(() => ID)
  contactId!: string;
}

@ObjectType()
export class ContactRemoved {
  constructor(removedId: string) {
    this.removedId = removedId;
  }

  @Field(() => ID)
  removedId: string;
}

@InputType()
export class SetNotificationContactInput {
  @Field(() => ID, { nullable: true, description: 'A team that you lead; yourself unless given.' })
  teamId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A verified contact of the team, or yours; null: none.' })
  contactId?: string | null;
}

@ObjectType()
export class NotificationContactSet {
  constructor(contact: Contact | null) {
    this.contact = contact;
  }

  @Field(() => Contact, { nullable: true })
  contact: Contact | null;
}

@ObjectType({ implements: Problem })
export class ContactUnverified extends Problem {
  override code: ProblemCode = 'CONTACT_UNVERIFIED';
  override message = 'Nobody has proved yet that messages arrive there. Verify the contact first.';
}

export const SetNotificationContactResult = createUnionType({
  name: 'SetNotificationContactResult',
  types: () => [NotificationContactSet, ContactUnverified] as const,
});
