import { Arg, Ctx, Directive, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { IdentityContext } from '../context.ts';
import { authenticate } from './authenticate.ts';
import { Authentication, CredentialEndings } from './authentication.graphql.ts';
import { watchEndings } from './watch-endings.ts';

@Resolver()
export class AuthenticationResolver {
  @Access({ to: 'SERVICE' })
  @Directive('@inaccessible')
  @Query(() => Authentication, { description: 'Tells who a credential stands for. For the gateway.' })
  authenticate(
    @Arg('credential', () => String) credential: string,
    @Ctx() ctx: IdentityContext,
  ): Promise<Authentication> {
    return authenticate(ctx, credential);
  }

  @Access({ to: 'SERVICE' })
  @Directive('@inaccessible')
  @Subscription(() => CredentialEndings, {
    description: 'Credentials that are revoked, as it happens. For the gateway.',
    subscribe: ({ args, context }) =>
      watchEndings(context as IdentityContext, args as { after?: string | null }),
  })
  credentialsEnded(
    @Root() endings: CredentialEndings,
    @Arg('after', () => String, { nullable: true }) _after?: string | null,
  ): CredentialEndings {
    return endings;
  }
}
