import { parse } from 'graphql';

/** Three subgraphs in memory: bookings with a host, hosts with a calendar connection. */
const schemas: Readonly<Record<string, string>> = {
  scheduling: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
    type Query { bookings(first: Int!, after: String): [Booking!]! }
    type Booking @key(fields: "id") { id: ID! title: String! startsAt: String! endsAt: String! status: String! host: User! }
    type User @key(fields: "id") { id: ID! }`,
  identity: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
    type User @key(fields: "id") { id: ID! name: String! handle: String! timeZone: String! }
    type Query { me: User }`,
  integrations: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
    type User @key(fields: "id") { id: ID! calendarConnection: CalendarConnection }
    type CalendarConnection { provider: String! status: String! syncedAt: String! }
    type Query { providers: [String!]! }`,
};

const HOSTS = 7;

interface Variables {
  first?: number;
  after?: string;
  representations?: { id: string }[];
}

const bookings = ({ first = 0, after = '' }: Variables) =>
  Array.from({ length: first }, (_, index) => ({
    __typename: 'Booking',
    id: `bkg_${after}${index}`,
    title: `Booking ${index}`,
    startsAt: '2027-01-11T09:00:00.000Z',
    endsAt: '2027-01-11T09:30:00.000Z',
    status: 'CONFIRMED',
    host: { __typename: 'User', id: `usr_${index % HOSTS}` },
  }));

const user = (id: string) => ({
  __typename: 'User',
  id,
  name: `Host ${id}`,
  handle: id,
  timeZone: 'Europe/Berlin',
});

const calendars = (id: string) => ({
  __typename: 'User',
  id,
  calendarConnection: { provider: 'CALDAV', status: 'CONNECTED', syncedAt: '2027-01-10T00:00:00.000Z' },
});

/**
 * What each subgraph answers to the one operation that a plan has for it, without executing anything: a little more
 * than is asked, because gateways ask for different keys.
 */
const answers: Readonly<Record<string, (variables: Variables) => object>> = {
  scheduling: variables => ({ bookings: bookings(variables) }),
  identity: ({ representations = [] }) => ({ _entities: representations.map(({ id }) => user(id)) }),
  integrations: ({ representations = [] }) => ({ _entities: representations.map(({ id }) => calendars(id)) }),
};

export const toySubgraphs = Object.entries(schemas).map(([name, typeDefs]) => ({
  name,
  typeDefs: parse(typeDefs),
}));

export const dashboardQuery = (name: string) => `
  query ${name}($first: Int!, $after: String) {
    bookings(first: $first, after: $after) {
      id title startsAt endsAt status
      host { id name handle timeZone calendarConnection { provider status syncedAt } }
    }
  }`;

type Resolver = (parent: { id: string }, variables: Variables) => unknown;

/** The same answers, executed field by field: of subgraphs in a gateway's own process, and of one server without a gateway. */
export const toyResolvers: Readonly<Record<string, Record<string, Record<string, Resolver>>>> = {
  scheduling: { Query: { bookings: (_, variables) => bookings(variables) } },
  identity: { User: { __resolveReference: ({ id }) => user(id) } },
  integrations: { User: { __resolveReference: ({ id }) => calendars(id) } },
};

export const monolithSchema = `
  type Query { bookings(first: Int!, after: String): [Booking!]! }
  type Booking { id: ID! title: String! startsAt: String! endsAt: String! status: String! host: User! }
  type User { id: ID! name: String! handle: String! timeZone: String! calendarConnection: CalendarConnection }
  type CalendarConnection { provider: String! status: String! syncedAt: String! }`;

export const monolithResolvers = {
  Query: { bookings: (_: unknown, variables: Variables) => bookings(variables) },
  Booking: { host: async ({ host }: { host: { id: string } }) => user(host.id) },
  User: { calendarConnection: async ({ id }: { id: string }) => calendars(id).calendarConnection },
};

/** Some gateways give the variables names of their own: what they are is seen by their values. */
function named(variables: Record<string, unknown>): Variables {
  const values = Object.values(variables);
  const first = values.find(value => typeof value === 'number');
  const after = values.find(value => typeof value === 'string');
  const representations = values.find(Array.isArray);
  return { ...(first && { first }), ...(after && { after }), ...(representations && { representations }) };
}

export const toyAnswer = (name: string, variables: Record<string, unknown>) => ({
  data: answers[name]?.(named(variables)) ?? null,
});
