import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '#platform/scalars.ts';

@Directive('@inaccessible')
@ObjectType({ description: 'A role in a group.' })
export class HeldRole {
  @Field(() => ID)
  groupId!: string;

  @Field(() => String)
  role!: string;
}

@Directive('@inaccessible')
@ObjectType({ description: 'Credentials that are not taken any more. For the gateway.' })
export class CredentialEndings {
  @Field(() => String, { description: '`after: cursor` continues behind these.' })
  cursor!: string;

  @Field(() => [ID])
  credentialIds!: string[];
}

@Directive('@inaccessible')
@ObjectType({ description: 'Who a credential stands for and what it may do. For the gateway.' })
export class Authentication {
  @Field(() => ID, { nullable: true, description: 'Null: an OAuth client acts for itself.' })
  userId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The OAuth client that an access token was issued to.' })
  clientId!: string | null;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  credentialKind!: 'API_KEY' | 'SESSION' | 'ACCESS_TOKEN';

  @Field(() => ID)
  credentialId!: string;

  @Field(() => [String])
  scopes!: string[];

  @Field(() => [HeldRole])
  roles!: HeldRole[];

  @Field(() => DateTime, { nullable: true, description: 'When the credential ends by itself.' })
  expiresAt!: Date | null;
}
