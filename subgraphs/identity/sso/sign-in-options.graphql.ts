import { Field, ID, ObjectType } from 'type-graphql';
import type { SignInProvider as SignInProviderName } from '../domain/sign-in-source.ts';
import { SignInProvider } from './federated-identity.graphql.ts';

@ObjectType({ description: 'An identity provider of an organization, as everybody may know it.' })
export class SignInConnection {
  @Field(() => ID, { description: '`sso_…`: give it to `startFederatedSignIn` as `connectionId`.' })
  id!: string;

  @Field(() => String, { description: 'What people see.' })
  name!: string;
}

@ObjectType({ description: 'What a page can offer to whoever wants to sign in, besides a link by mail.' })
export class SignInOptions {
  @Field(() => [SignInProvider], { description: 'Those whom this deployment is a client of.' })
  providers!: SignInProviderName[];

  @Field(() => [SignInConnection], {
    description: 'Those of the organization, the first 20; none for a handle that no organization has.',
  })
  connections!: SignInConnection[];
}
