import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { IdentityContext } from '../context.ts';
import { authenticate } from './authenticate.ts';
import { Authentication } from './authentication.graphql.ts';

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
}
