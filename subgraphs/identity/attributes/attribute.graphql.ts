import { GraphQLJSON } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import type { AttributeType as AttributeTypeName } from '../domain/attribute.ts';
import { OrganizationMembership } from '../organizations/organization.graphql.ts';
import { NameTaken } from '../roles/custom-role.graphql.ts';

const AttributeType = registerEnum<AttributeTypeName>(
  'MemberAttributeType',
  'What an attribute of members holds.',
  {
    TEXT: 'A text of 1 to 500 characters on one line.',
    NUMBER: 'A number.',
    SELECT: 'One of the options.',
    MULTI_SELECT: 'A list of one or more of the options, each once.',
    BOOLEAN: 'True or false.',
  },
);

@ObjectType({ description: 'Something that an organization notes about each of its members.' })
export class MemberAttribute {
  @Field(() => ID, { description: '`attr_…`' })
  id!: string;

  @Field(() => String, { description: 'Its name for programs; it stays.' })
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => AttributeType)
  type!: AttributeTypeName;

  @Field(() => [String], { description: 'Of SELECT and MULTI_SELECT.' })
  options!: string[];
}

@ObjectType()
export class MemberAttributeValue {
  @Field(() => MemberAttribute)
  attribute!: MemberAttribute;

  @Field(() => GraphQLJSON, { description: 'As the type of the attribute says.' })
  value!: unknown;
}

@InputType()
export class CreateMemberAttributeInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, {
    description: '1 to 40 lower case letters, digits and `_`, a letter first; unique in the organization.',
  })
  slug!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  name!: string;

  @Field(() => AttributeType)
  type!: AttributeTypeName;

  @Field(() => [String], {
    defaultValue: [],
    description: '1 to 100 of SELECT and MULTI_SELECT, each of up to 100 characters.',
  })
  options!: string[];
}

@ObjectType()
export class MemberAttributeCreated {
  constructor(attribute: MemberAttribute) {
    this.attribute = attribute;
  }

  @Field(() => MemberAttribute)
  attribute: MemberAttribute;
}

export const CreateMemberAttributeResult = createUnionType({
  name: 'CreateMemberAttributeResult',
  types: () => [MemberAttributeCreated, NameTaken] as const,
});

@InputType()
export class DeleteMemberAttributeInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => ID)
  attributeId!: string;
}

@ObjectType()
export class MemberAttributeDeleted {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

@InputType()
export class MemberAttributeValueInput {
  @Field(() => String)
  slug!: string;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'As the type of the attribute says; null removes it.',
  })
  value?: unknown;
}

@InputType()
export class SetMemberAttributesInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => ID, { description: '`omb_…`' })
  membershipId!: string;

  @Field(() => [MemberAttributeValueInput], { description: 'What is not named stays.' })
  values!: MemberAttributeValueInput[];
}

@ObjectType()
export class MemberAttributesSet {
  constructor(membership: OrganizationMembership) {
    this.membership = membership;
  }

  @Field(() => OrganizationMembership)
  membership: OrganizationMembership;
}
