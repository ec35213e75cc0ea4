import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';

/** What integrations adds to a user hangs on this stub; the rest of it belongs to identity. */
@Access({ to: 'PUBLIC' })
@Directive('@key(fields: "id")')
@ObjectType()
export class User {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  id: string;
}

/** What integrations adds to a booking hangs on this stub; the rest of it belongs to scheduling. */
@Access({ to: 'PUBLIC' })
@Directive('@key(fields: "id")')
@ObjectType()
export class Booking {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  id: string;
}

export const userReference = { __resolveReference: ({ id }: { id: string }) => new User(id) };
export const bookingReference = { __resolveReference: ({ id }: { id: string }) => new Booking(id) };
