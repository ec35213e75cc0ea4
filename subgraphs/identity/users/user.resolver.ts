import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { CacheControl } from '#platform/cache-control.ts';
import { Tag } from '#platform/contract-tags.ts';
import { notFound } from '#platform/errors.ts';
import { PageArgs } from '#platform/pagination.ts';
import { EmailAddress, Locale } from '#platform/scalars.ts';
import type { IdentityContext } from '../context.ts';
import { MembershipConnection } from '../teams/team.graphql.ts';
import { updateProfile } from './update-profile.ts';
import type { User as UserRow } from './user.entity.ts';
import {
  HandleTaken,
  ProfileUpdated,
  UpdateProfileInput,
  UpdateProfileResult,
  User,
} from './user.graphql.ts';

@Resolver(() => User)
export class UserResolver {
  @Access({ to: 'USER', scope: 'PROFILE_READ' })
  @Query(() => User, { description: 'The signed-in user.' })
  async me(@Ctx() ctx: IdentityContext): Promise<User> {
    const user = await ctx.loaders.user.load(ctx.viewer.id);
    if (!user) throw notFound('user');
    return user;
  }

  @Access({ to: 'PUBLIC' })
  @CacheControl({ maxAge: 300 })
  @Query(() => User, { nullable: true, description: 'A user by id; null where there is none.' })
  async user(@Arg('id', () => ID) id: string, @Ctx() ctx: IdentityContext): Promise<User | null> {
    return ctx.loaders.user.load(id);
  }

  @Tag('partner')
  @Access({ to: 'PUBLIC', role: 'ACQUAINTED' })
  @FieldResolver(() => EmailAddress, {
    nullable: true,
    description: 'Seen by the user and by those who share a team with them; null for everybody else.',
  })
  email(@Root() user: UserRow): string {
    return user.email;
  }

  @Tag('partner')
  @Access({ to: 'PUBLIC', role: 'ACQUAINTED' })
  @FieldResolver(() => Locale, {
    nullable: true,
    description:
      'The language of mails to the user. Seen by the user and by those who share a team with them.',
  })
  locale(@Root() user: UserRow): string {
    return user.locale;
  }

  @Access({ to: 'USER', scope: 'TEAM_READ', role: 'SELF' })
  @FieldResolver(() => MembershipConnection, {
    nullable: true,
    description:
      'Teams the user belongs to, oldest membership first. Seen by the user only; null for everybody else.',
  })
  memberships(@Root() user: UserRow, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.membershipsOfUser(user.id, page);
  }

  @Access({ to: 'USER', scope: 'PROFILE_WRITE' })
  @Mutation(() => UpdateProfileResult, { description: "Changes the signed-in user's profile." })
  async updateProfile(
    @Arg('input', () => UpdateProfileInput) input: UpdateProfileInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof UpdateProfileResult> {
    const updated = await updateProfile(ctx, input);
    return updated.ok ? new ProfileUpdated(updated.value) : new HandleTaken(input.handle ?? '');
  }
}
