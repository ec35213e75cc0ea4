import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import type { IdentityContext } from '../context.ts';
import { LinkInvalid, MagicLinkPayload } from '../sign-in/sign-in.graphql.ts';
import { confirmEmailChange } from './confirm-email-change.ts';
import * as t from './email-change.graphql.ts';
import { requestEmailChange } from './request-email-change.ts';

@Resolver()
export class EmailChangeResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SESSION', otherwise: 'FORBIDDEN' })
  @Mutation(() => MagicLinkPayload, {
    description:
      'Mails a link to the new address of the signed-in user; nothing changes before it is confirmed. Needs a session: FORBIDDEN for API keys.',
  })
  async requestEmailChange(
    @Arg('input', () => t.RequestEmailChangeInput) input: t.RequestEmailChangeInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<MagicLinkPayload> {
    return new MagicLinkPayload(await requestEmailChange(ctx, input));
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SESSION', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.ConfirmEmailChangeResult, {
    description:
      'Gives the signed-in user the address whose link they send back; the one before is told. Needs a session: FORBIDDEN for API keys.',
  })
  async confirmEmailChange(
    @Arg('input', () => t.ConfirmEmailChangeInput) input: t.ConfirmEmailChangeInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.ConfirmEmailChangeResult> {
    const outcome = await confirmEmailChange(ctx, input);
    if (outcome.ok) return new t.EmailChanged(outcome.value);
    return outcome.error === 'LINK_INVALID' ? new LinkInvalid() : new t.EmailTaken();
  }
}
