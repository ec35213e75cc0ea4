/** Types of other subgraphs that `node` finds, by the prefix of their ids. */
export const foreignTypes: Readonly<Record<string, string>> = {
  bkg: 'Booking',
  etp: 'EventType',
  frm: 'RoutingForm',
  ser: 'BookingSeries',
  whe: 'WebhookEndpoint',
};

/** Types of this subgraph that it finds. */
export const ownTypes: Readonly<Record<string, string>> = { usr: 'User', team: 'Team', org: 'Organization' };

/** How many objects one request may ask for. */
export const MAX_NODES = 100;

const stubs = Object.values(foreignTypes).map(
  type => `type ${type} implements Node @key(fields: "nodeId", resolvable: false) {
    nodeId: ID! @inaccessible
    id: ID! @external
  }`,
);

/**
 * In SDL because the stubs cannot be classes: a class has to be named as its type is, and `id` of a stub is only
 * there for the interface, as whether there is such an object is known to its owner alone.
 */
export const nodeTypeDefs = `
  "Something that can be found by its id alone, whatever it is. Clients need it to keep a store of objects (Relay)."
  interface Node {
    "Unique among all objects of the graph. What stands before the underscore says what it is the id of."
    id: ID!
  }

  ${Object.values(ownTypes)
    .map(type => `extend type ${type} implements Node`)
    .join('\n')}
  ${stubs.join('\n')}

  extend type Query {
    "The object with this id, seen as by the field of its type: \`booking\`, \`eventType\`, \`team\`, …; null where there is none or the caller may not see it."
    node(id: ID!): Node @access(to: "PUBLIC")
    "The same for up to ${MAX_NODES} ids, in their order, with null in the place of each that is not found."
    nodes(ids: [ID!]!): [Node]! @access(to: "PUBLIC")
  }
`;
