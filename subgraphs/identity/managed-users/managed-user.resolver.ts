import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { PageArgs } from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import { createManagedUser } from './create-managed-user.ts';
import { deleteManagedUser } from './delete-managed-user.ts';
import { findManagedUsers } from './find-managed-users.ts';
import * as t from './managed-user.graphql.ts';

@Resolver(() => t.ManagedUser)
export class ManagedUserResolver {
  @Access({ to: 'CLIENT', scope: 'MANAGED_USER_READ' })
  @Query(() => t.ManagedUserConnection, {
    description: 'Users of the calling platform, newest first. For tokens of the client credentials grant.',
  })
  managedUsers(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: IdentityContext) {
    return findManagedUsers(ctx, page);
  }

  @Access({ to: 'CLIENT', scope: 'MANAGED_USER_WRITE' })
  @Mutation(() => t.CreateManagedUserResult, {
    description: 'Creates a user of the calling platform. For tokens of the client credentials grant.',
  })
  async createManagedUser(
    @Arg('input', () => t.CreateManagedUserInput) input: t.CreateManagedUserInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.CreateManagedUserResult> {
    const created = await createManagedUser(ctx, input);
    return created.ok
      ? new t.ManagedUserCreated(created.value)
      : new t.ManagedUserExists(created.error.existingId);
  }

  @Access({ to: 'CLIENT', scope: 'MANAGED_USER_WRITE', role: 'MAKER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.DeleteManagedUserResult, {
    description:
      'Ends the account of a user of the calling platform: within 5 seconds no token of theirs is taken.',
  })
  async deleteManagedUser(
    @Arg('input', () => t.DeleteManagedUserInput) input: t.DeleteManagedUserInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.DeleteManagedUserResult> {
    return new t.ManagedUserDeleted(await deleteManagedUser(ctx, input));
  }
}
