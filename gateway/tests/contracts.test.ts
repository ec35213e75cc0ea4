import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  validate,
} from 'graphql';
import { createClient } from 'graphql-ws';
import { projectFolder } from '#platform/config.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { exampleManifest } from '../../scripts/example-operations.ts';
import { type Contract, contracts } from '../contracts/contract.ts';
import { collect, until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { type BookableEventType, book, bookable, slotsOf } from './kit/stories.ts';
import { outcomeOf, waysInto } from './kit/ways.ts';

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
const sdlOf: Record<Contract, string> = {
  public: read('schema/contracts/public.graphql'),
  partner: read('schema/contracts/partner.graphql'),
  internal: read('schema/api.graphql'),
};
const UNKNOWN = 'GRAPHQL_VALIDATION_FAILED';

describe('the printed contracts', () => {
  const faultsIn = (contract: Contract, operations: string) =>
    validate(buildSchema(sdlOf[contract]), parse(read(`examples/operations/${operations}.graphql`))).length;

  it.each([
    ['public', 'booking-page', 'partner'],
    ['public', 'holds', 'dashboard'],
    ['partner', 'partner', 'sign-in'],
    ['partner', 'dashboard', 'organizations'],
    ['partner', 'booking-lifecycle', 'oauth'],
  ] as const)(
    '%s has what clients of %s.graphql ask for, not all of %s.graphql',
    (contract, theirs, others) => {
      expect(faultsIn(contract, theirs)).toBe(0);
      expect(faultsIn(contract, others)).toBeGreaterThan(0);
      expect(faultsIn('internal', others)).toBe(0);
    },
  );
});

describe('contracts', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;
  let ways: ReturnType<typeof waysInto>;

  beforeAll(async () => {
    graph = await startGraph({ playground: {} });
    ways = waysInto(graph);
    ada = await graph.signUp({ handle: 'ada' });
    intro = await bookable(graph, ada, { slug: 'intro' });
  });
  afterAll(() => graph.stop());

  const all = Object.entries(contracts) as [Contract, (typeof contracts)[Contract]][];

  it.each(['http', 'stream', 'socket'] as const)(
    'run what they show and know nothing else, by %s',
    async way => {
      const ask = async (query: string, variables = {}) =>
        Object.fromEntries(
          await Promise.all(
            all.map(async ([contract, { path }]) => {
              const heard = await ways[way](query, { path, key: ada.key, variables });
              return [contract, outcomeOf(heard)] as const;
            }),
          ),
        );
      const id = intro.id;
      expect(await ask('query ($id: ID!) { eventType(id: $id) { title } }', { id })).toEqual({
        public: 'ok',
        partner: 'ok',
        internal: 'ok',
      });
      expect(await ask('{ me { handle } }')).toEqual({ public: UNKNOWN, partner: 'ok', internal: 'ok' });
      expect(await ask('{ sessions { nodes { id } } }')).toEqual({
        public: UNKNOWN,
        partner: UNKNOWN,
        internal: 'ok',
      });
      // Fields of inputs, and of objects that are shown.
      const input = { eventTypeId: id, startsAt: '2020-01-01T00:00:00Z', waive: ['NOTICE'] };
      const create = `mutation { createBooking(input: { eventTypeId: "${id}", startsAt: "${input.startsAt}", waive: [],
      attendee: { name: "Alan", email: "alan@example.com", timeZone: "UTC" }, idempotencyKey: "${way}" }) { __typename } }`;
      expect(await ask(create)).toEqual({ public: UNKNOWN, partner: 'ok', internal: 'ok' });
      expect(await ask('query ($id: ID!) { user(id: $id) { email } }', { id: ada.id })).toEqual({
        public: UNKNOWN,
        partner: 'ok',
        internal: 'ok',
      });
      expect(await ask('subscription { bookingChanged { id } }'.replace('subscription', 'query'))).toEqual({
        public: UNKNOWN,
        partner: UNKNOWN,
        internal: UNKNOWN,
      });
    },
  );

  it.each(all)('let clients read of the schema what is %s', async (contract, { path }) => {
    for (const way of Object.values(ways)) {
      const { data } = await way(getIntrospectionQuery({ specifiedByUrl: true }), { path });
      const seen = printSchema(lexicographicSortSchema(buildClientSchema(data)));
      const printed = printSchema(lexicographicSortSchema(buildSchema(sdlOf[contract])));
      expect(seen).toBe(printed);
    }
  });

  it.each(['http', 'stream', 'socket'] as const)('keep no operation of another one, by %s', async way => {
    // Who came first must not matter: twice in each order, so that the second meets what the first left behind.
    const text = (name: string) => `query ${name}${way} { me { handle } }`;
    const ask = async (name: string, contract: Contract) =>
      outcomeOf(await ways[way](text(name), { path: contracts[contract].path, key: ada.key }));
    const inTurn = async (name: string, order: Contract[]) => {
      const outcomes = [];
      for (const contract of [...order, ...order]) outcomes.push(await ask(name, contract));
      return outcomes;
    };
    expect(await inTurn('Wide', ['internal', 'partner', 'public'])).toEqual([
      'ok',
      'ok',
      UNKNOWN,
      'ok',
      'ok',
      UNKNOWN,
    ]);
    expect(await inTurn('Narrow', ['public', 'internal', 'partner'])).toEqual([
      UNKNOWN,
      'ok',
      'ok',
      UNKNOWN,
      'ok',
      'ok',
    ]);
  });

  it('do not mix operations up that are named by their hashes either', async () => {
    const text = 'query Hashed { me { handle } }';
    const sha256Hash = createHash('sha256').update(text).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const ask = async (query: string | undefined, contract: Contract) =>
      outcomeOf(await ways.http(query, { path: contracts[contract].path, key: ada.key, extensions }));
    expect(await ask(undefined, 'internal')).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(await ask(text, 'public')).toBe(UNKNOWN);
    expect(await ask(undefined, 'internal')).toBe('ok');
    expect(await ask(undefined, 'public')).toBe(UNKNOWN);
    expect(await ask(undefined, 'partner')).toBe('ok');
  });

  it('hide and never grant: what is shown asks for the same as ever', async () => {
    const outcomes = async (query: string, key?: string) => [
      outcomeOf(await ways.http(query, { path: contracts.partner.path, key })),
      outcomeOf(await ways.http(query, { path: contracts.internal.path, key })),
    ];
    expect(await outcomes('{ me { handle } }')).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    const { key } = await graph.signUp({ scopes: ['BOOKING_READ'] });
    expect(await outcomes('{ me { handle } }', key)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await outcomes('{ bookings { nodes { id } } }', key)).toEqual(['ok', 'ok']);
  });

  it('show no object of a type that they do not have', async () => {
    const input = { url: 'http://127.0.0.1:9/hook', eventKinds: ['BOOKING_CREATED' as const] };
    const created = await graph.execute(ops.CreateWebhookEndpointDocument, { input }, { key: ada.key });
    const made = created.data.createWebhookEndpoint;
    if (made.__typename !== 'WebhookEndpointCreated') throw new Error(JSON.stringify(made));
    const { id } = made.endpoint;
    const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    const ask = (contract: Contract) =>
      ways.http(query, { path: contracts[contract].path, key: ada.key, variables: { id } });
    expect((await ask('partner')).data).toEqual({ node: { __typename: 'WebhookEndpoint', id } });
    const hidden = await ask('public');
    expect(hidden.data).toEqual({ node: null });
    expect(JSON.stringify(hidden)).not.toContain('WebhookEndpoint');
  });

  it('tell live what they show, each client by its own contract', async () => {
    const connect = (contract: Contract) =>
      createClient({
        url: new URL(contracts[contract].path, graph.url).href.replace('http', 'ws'),
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${ada.key}` },
      });
    const clients = { public: connect('public'), partner: connect('partner'), internal: connect('internal') };
    const changes = print(ops.BookingChangedDocument);
    const { from, to } = intro.nextWeek;
    const slots = `subscription { slotsChanged(eventTypeId: "${intro.id}", from: "${from}", to: "${to}", timeZone: "UTC") {
      removed { startsAt } } }`;
    const { started } = graph.gateway.subscriptions.stats();
    const partner = collect<{ bookingChanged: { booking: { id: string } } }>(clients.partner, changes);
    const internal = collect<{ bookingChanged: { booking: { id: string } } }>(clients.internal, changes);
    const visitor = collect<{ slotsChanged: { removed: { startsAt: string }[] } }>(clients.public, slots);
    const refused = collect(clients.public, changes);
    await until(() => refused.isDone && graph.gateway.subscriptions.stats().started === started + 3);
    const codes = refused.results.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code));
    expect(new Set(codes)).toEqual(new Set([UNKNOWN]));
    const [slot] = await slotsOf(graph, intro.id);
    const { id } = await book(graph, intro.id, slot);
    const [seen] = await partner.take(1);
    expect(seen?.bookingChanged.booking.id).toBe(id);
    expect((await internal.take(1))[0]).toEqual(seen);
    const [change] = await visitor.take(1);
    expect(change?.slotsChanged.removed).toContainEqual({ startsAt: slot?.startsAt });
    for (const client of Object.values(clients)) await client.dispose();
    await until(() => graph.gateway.subscriptions.stats().active === 0);
  });

  it.each(all)('guard %s as they guard everything', async (_contract, { path }) => {
    const wide = `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: __typename`).join(' ')} }`;
    expect(outcomeOf(await ways.http(wide, { path }))).toBe('OPERATION_TOO_LARGE');
    const asked = await ways.http('{ __typename }', { path, extensions: { cost: true } });
    expect(asked).toMatchObject({ extensions: { cost: { estimated: 0 } } });
    // A page of another site can send this without asking.
    const forged = await fetch(`${new URL(path, graph.url)}?query={__typename}`, {
      headers: { accept: 'application/json' },
    });
    expect(forged.status).toBe(400);
    const preflight = await fetch(new URL(path, graph.url), {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(all)('have a playground for %s', async (_contract, { path, playground }) => {
    const response = await fetch(new URL(playground, graph.url));
    expect(new URL(response.url).pathname).toBe(`${playground}/`);
    const page = await response.text();
    const settings = JSON.parse(/id="settings">(.*?)<\/script>/s.exec(page)?.[1] ?? '');
    expect(settings.contracts).toContainEqual(expect.objectContaining({ path, playground }));
    expect(settings.versions).toEqual(graph.gateway.supergraph.current.versions);
    const script = /src="([^"]+\.js)"/.exec(page)?.[1] ?? '';
    expect((await fetch(new URL(script, response.url))).status).toBe(200);
  });
});

describe('what clients may spend', () => {
  it('is one purse for all contracts and versions', async () => {
    const graph = await startGraph({
      protection: { RATE_LIMIT_ANONYMOUS: [{ points: 3, seconds: 600 }] },
    });
    try {
      const { http } = waysInto(graph);
      const outcomes = [];
      for (const path of ['/graphql/public', '/graphql/partner', '/graphql', '/graphql/public'])
        outcomes.push(outcomeOf(await http('{ __typename }', { path })));
      expect(outcomes).toEqual(['ok', 'ok', 'ok', 'RATE_LIMITED']);
    } finally {
      await graph.stop();
    }
  });
});

describe('a list of known operations', () => {
  it('is asked at every contract, and shows none of them more than it has', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'almanac-contracts-'));
    const file = join(folder, 'manifest.json');
    await writeFile(file, JSON.stringify(exampleManifest()));
    const graph = await startGraph({
      protection: { PERSISTED_OPERATIONS: 'safelist', PERSISTED_OPERATIONS_MANIFEST: file },
    });
    try {
      const { key } = await graph.signUp();
      const ask = async (query: string) => {
        const { http } = waysInto(graph);
        return Promise.all(
          ['/graphql/public', '/graphql/partner', '/graphql'].map(async path =>
            outcomeOf(await http(query, { path, key })),
          ),
        );
      };
      expect(await ask(print(ops.MeDocument))).toEqual([UNKNOWN, 'ok', 'ok']);
      const unlisted = 'QUERY_NOT_IN_SAFELIST';
      expect(await ask('{ me { id } }')).toEqual([unlisted, unlisted, unlisted]);
    } finally {
      await graph.stop();
      await rm(folder, { recursive: true });
    }
  });
});
