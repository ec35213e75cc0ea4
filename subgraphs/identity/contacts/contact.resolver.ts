import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { CodeInvalid } from '../code-invalid.graphql.ts';
import type { IdentityContext } from '../context.ts';
import { Team } from '../teams/team.graphql.ts';
import { User } from '../users/user.graphql.ts';
import { addContact, resendContactCode } from './add-contact.ts';
import * as c from './contact.graphql.ts';
import { removeContact, setNotificationContact, verifyContact } from './verify-contact.ts';

@Resolver()
export class ContactResolver {
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SELF_OR_TEAM_ADMIN', otherwise: 'FORBIDDEN' })
  @Mutation(() => c.ContactCodeResult, {
    description: 'Adds an address of yours or of a team that you lead, and sends a code there.',
  })
  async addContact(
    @Arg('input', () => c.AddContactInput) input: c.AddContactInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof c.ContactCodeResult> {
    const added = await addContact(ctx, input);
    return added.ok ? new c.ContactCodeSent(added.value) : new c.TooManyCodes();
  }

  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SELF_OR_TEAM_ADMIN', otherwise: 'FORBIDDEN' })
  @Mutation(() => c.ContactCodeResult, { description: 'Sends another code; the one before ends.' })
  async resendContactCode(
    @Arg('input', () => c.ResendContactCodeInput) input: c.ResendContactCodeInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof c.ContactCodeResult> {
    const sent = await resendContactCode(ctx, input);
    return sent.ok ? new c.ContactCodeSent(sent.value) : new c.TooManyCodes();
  }

  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SELF_OR_TEAM_ADMIN', otherwise: 'FORBIDDEN' })
  @Mutation(() => c.VerifyContactResult, {
    description: 'Proves an address by the code that was sent there.',
  })
  async verifyContact(
    @Arg('input', () => c.VerifyContactInput) input: c.VerifyContactInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof c.VerifyContactResult> {
    const verified = await verifyContact(ctx, input);
    return verified.ok ? new c.ContactVerified(verified.value) : new CodeInvalid();
  }

  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SELF_OR_TEAM_ADMIN', otherwise: 'FORBIDDEN' })
  @Mutation(() => c.ContactRemoved, { description: 'Nothing is sent there any more.' })
  async removeContact(
    @Arg('input', () => c.RemoveContactInput) input: c.RemoveContactInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<c.ContactRemoved> {
    return new c.ContactRemoved(await removeContact(ctx, input));
  }

  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SELF_OR_TEAM_ADMIN', otherwise: 'FORBIDDEN' })
  @Mutation(() => c.SetNotificationContactResult, {
    description: 'Says where notices of yours or of a team go. Only to a verified contact.',
  })
  async setNotificationContact(
    @Arg('input', () => c.SetNotificationContactInput) input: c.SetNotificationContactInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof c.SetNotificationContactResult> {
    const set = await setNotificationContact(ctx, input);
    return set.ok ? new c.NotificationContactSet(set.value) : new c.ContactUnverified();
  }
}

@Resolver(() => User)
export class ContactsOfUserResolver {
  @Access({ to: 'USER', scope: 'PROFILE_READ', role: 'SELF' })
  @FieldResolver(() => [c.Contact], {
    nullable: true,
    description: 'Seen by the user only; null for everybody else.',
  })
  contacts(@Root() user: User, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.contactsOfOwner.load(user.id);
  }
}

@Resolver(() => Team)
export class ContactsOfTeamResolver {
  @Access({ to: 'USER', scope: 'TEAM_READ', role: 'TEAM_MEMBER' })
  @FieldResolver(() => [c.Contact], {
    nullable: true,
    description: 'Seen by members of the team; null for everybody else.',
  })
  contacts(@Root() team: Team, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.contactsOfOwner.load(team.id);
  }
}
