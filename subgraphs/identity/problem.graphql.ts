import { Field, InterfaceType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';

export const ProblemCode = registerEnum(
  'ProblemCode',
  'What kept a mutation from doing what it was asked: an outcome to be shown, not an error.',
  {
    HANDLE_TAKEN: 'Somebody else has the handle. Offer another one.',
    ALREADY_MEMBER: 'The person belongs to the team already, or has an open invitation to it.',
    TOO_MANY_CODES: 'Five codes were sent there within an hour. Try again later.',
    CODE_INVALID: 'The code is wrong, too old, was used before or was tried too often. Give another one.',
    CONTACT_UNVERIFIED: 'Nobody has proved yet that messages arrive there. Verify the contact first.',
    ORGANIZATION_IN_USE: 'The organization has teams. Delete them first.',
    NAME_TAKEN: 'There is one of this name already.',
    ACCOUNT_EXISTS: 'The invited address has an account. Sign in and accept the invitation.',
    LAST_OWNER: 'A team or an organization keeps at least one owner. Make somebody else an owner first.',
    INVITATION_INVALID: 'The invitation has expired, was withdrawn or is for another address.',
    VERSION_CONFLICT: 'Somebody changed it meanwhile. Read it again and decide anew.',
    OAUTH_CLIENT_PUBLIC: 'A public client has no secret that could be rotated.',
    OAUTH_CLIENT_HAS_USERS: 'The platform has users. Delete them before the client.',
    MANAGED_USER_EXISTS: 'The platform has a user with this address.',
    LINK_INVALID: 'The link of the mail has expired, was used or was never sent. Ask for another one.',
    EMAIL_TAKEN: 'Another account has got the address meanwhile.',
    SIGN_IN_EXPIRED: 'Too much time or too many codes since the link was opened. Ask for another one.',
    SECOND_FACTOR_ACTIVE: 'An authenticator is set up already. Disable it first.',
    ISSUER_UNUSABLE:
      'The identity provider did not answer with a discovery document of its own. Check its address.',
    API_KEY_INACTIVE:
      'The key is revoked, expired or rotated already and cannot be rotated. Create a new one.',
  },
);

export type ProblemCode = keyof typeof ProblemCode;

@InterfaceType({
  description:
    'An expected outcome that is not success. `code` decides what a client shows, `message` says it in English.',
  autoRegisterImplementations: false,
})
export abstract class Problem {
  @Field(() => ProblemCode)
  code!: ProblemCode;

  @Field(() => String)
  message!: string;
}
