/** Mercurius' gateway with graphql-jit: `mercurius.js NAME=URL,NAME=URL`. It speaks Federation 1, so its schemas do too. */
import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

const schemas = {
  scheduling: `
    extend type Query { bookings(first: Int!, after: String): [Booking!]! }
    type Booking @key(fields: "id") { id: ID! title: String! startsAt: String! endsAt: String! status: String! host: User! }
    extend type User @key(fields: "id") { id: ID! @external }`,
  identity: `
    type User @key(fields: "id") { id: ID! name: String! handle: String! timeZone: String! }
    extend type Query { me: User }`,
  integrations: `
    extend type User @key(fields: "id") { id: ID! @external calendarConnection: CalendarConnection }
    type CalendarConnection { provider: String! status: String! syncedAt: String! }
    extend type Query { providers: [String!]! }`,
};

const services = (process.argv[2] ?? '').split(',').map(entry => {
  const [name, url] = entry.split('=');
  return { name, url, schema: schemas[name], keepAlive: 30_000, connections: 64 };
});
const app = Fastify();
await app.register(mercuriusGateway, { gateway: { services }, jit: 1, path: '/graphql' });
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(app.server.address().port);
