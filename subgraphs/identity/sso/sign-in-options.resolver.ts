import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import type { IdentityContext } from '../context.ts';
import { findSignInOptions } from './find-sign-in-options.ts';
import { SignInOptions } from './sign-in-options.graphql.ts';

@Resolver()
export class SignInOptionsResolver {
  @Tag('internal')
  @Access({ to: 'PUBLIC' })
  @Query(() => SignInOptions, {
    description:
      'Ways to sign in. It says nothing of people: an address is not asked for. RATE_LIMITED for a client that asks too often.',
  })
  signInOptions(
    @Arg('organizationHandle', () => String, {
      nullable: true,
      description: 'Of whose identity providers to tell, too; capitals do not count.',
    })
    organizationHandle: string | null,
    @Ctx() ctx: IdentityContext,
  ): Promise<SignInOptions> {
    return findSignInOptions(ctx, { organizationHandle });
  }
}
