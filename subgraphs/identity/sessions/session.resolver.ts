import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { PageArgs } from '#platform/pagination.ts';
import { DateTime } from '#platform/scalars.ts';
import type { IdentityContext } from '../context.ts';
import { sessionEnd } from '../domain/session-lifetime.ts';
import { currentSessionId } from './current-session.ts';
import { findSessions } from './find-sessions.ts';
import { revokeOtherSessions } from './revoke-other-sessions.ts';
import { revokeSession } from './revoke-session.ts';
import type { Session as SessionRow } from './session.entity.ts';
import * as t from './session.graphql.ts';
import { signOut } from './sign-out.ts';

@Resolver(() => t.Session)
export class SessionResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_READ' })
  @Query(() => t.SessionConnection, {
    description: 'Where the signed-in user is signed in, newest first; sessions that are over are left out.',
  })
  sessions(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: IdentityContext) {
    return findSessions(ctx, page);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the session that asks.' })
  isCurrent(@Root() session: SessionRow, @Ctx() ctx: IdentityContext): boolean {
    return session.id === currentSessionId(ctx.viewer);
  }

  @FieldResolver(() => DateTime, {
    description: 'When it ends unless it is used: after 14 days without use, and 90 days after it began.',
  })
  expiresAt(@Root() session: SessionRow): Date {
    return sessionEnd(session);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.RevokeSessionPayload, {
    description:
      'Ends a session: within 5 seconds no part of the graph takes it, open subscriptions included.',
  })
  async revokeSession(
    @Arg('input', () => t.RevokeSessionInput) input: t.RevokeSessionInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<t.RevokeSessionPayload> {
    return new t.RevokeSessionPayload(await revokeSession(ctx, input));
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE' })
  @Mutation(() => t.RevokeOtherSessionsPayload, {
    description: 'Ends every session of the user but the one that asks.',
  })
  async revokeOtherSessions(@Ctx() ctx: IdentityContext): Promise<t.RevokeOtherSessionsPayload> {
    return new t.RevokeOtherSessionsPayload(await revokeOtherSessions(ctx));
  }

  @Tag('internal')
  @Access({ to: 'USER' })
  @Mutation(() => t.SignOutPayload, { description: 'Ends the session that asks.' })
  async signOut(@Ctx() ctx: IdentityContext): Promise<t.SignOutPayload> {
    return new t.SignOutPayload(await signOut(ctx));
  }
}
