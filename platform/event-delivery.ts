import { GraphQLJSON } from 'graphql-scalars';
import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import type { DeliverEvent, DomainEvent, EventMetadata } from './outbox.ts';
import { type PrincipalSigner, servicePrincipal } from './principal.ts';
import type { Subgraph } from './subgraph.ts';

@Directive('@inaccessible')
@InputType({ description: 'A domain event on its way from the subgraph that wrote it to one that listens.' })
export class DomainEventInput implements DomainEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  aggregateType!: string;

  @Field(() => ID)
  aggregateId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => GraphQLJSON)
  payload!: unknown;

  @Field(() => GraphQLJSON)
  metadata!: EventMetadata;

  @Field(() => [ID])
  audience!: string[];
}

/** Sends events through the receiving subgraph's own mutation, in the name of the sending one. */
export function createEventSender(options: {
  from: string;
  to: Subgraph;
  /** The mutation that takes them: `receive…Events`. */
  mutation: string;
  sign: PrincipalSigner;
}): DeliverEvent {
  const query = `mutation Deliver($event: DomainEventInput!) { ${options.mutation}(event: $event) }`;
  const sender = servicePrincipal(options.from);
  return async event => {
    const token = await options.sign(sender);
    const call = { token, requestId: event.metadata.correlationId };
    const { errors } = await options.to.execute({ query, variables: { event } }, call);
    if (errors?.[0]) throw new Error(`${event.name} was not taken: ${errors[0].message}`);
  };
}
