import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { projectFolder } from '#platform/config.ts';
import { collect, until } from './kit/collect.ts';
import { bookNth, type Crew, crewOf, sharedType } from './kit/crew.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import type { BookableEventType } from './kit/stories.ts';
import { type Asking, outcomeOf, waysInto } from './kit/ways.ts';

const OLD = '2026-11-01';
const NEW = '2026-11-22';
const UNKNOWN = 'GRAPHQL_VALIDATION_FAILED';
const wayNames = ['http', 'stream', 'socket'] as const;

/** A socket that names its version, and ends it, as told. */
function connect(graph: TestGraph, { key, version }: Asking) {
  const closed: { code: number; reason: string }[] = [];
  const client = createClient({
    url: graph.url.replace('http', 'ws'),
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${key}`, ...(version && { 'almanac-version': version }) },
    on: { closed: event => closed.push(event as { code: number; reason: string }) },
  });
  return { client, closed };
}

describe('versions of the API', () => {
  let graph: TestGraph;
  let crew: Crew;
  let type: BookableEventType;
  let booking: Awaited<ReturnType<typeof bookNth>>;
  let ways: ReturnType<typeof waysInto>;
  let key: string;

  beforeAll(async () => {
    graph = await startGraph({
      topology: 'distributed',
      protection: { ALLOWED_ORIGINS: ['https://pages.example'] },
    });
    ways = waysInto(graph);
    crew = await crewOf(graph, 2);
    key = crew.leader.key;
    type = await sharedType(graph, crew);
    booking = await bookNth(graph, type, 0);
  });
  afterAll(() => graph.stop());

  const single = 'query ($id: ID!) { booking(id: $id) { assignment { host { id } } } }';
  const several = 'query ($id: ID!) { booking(id: $id) { assignments { host { id } } } }';
  const ask = (way: (typeof wayNames)[number], query: string, version?: string) =>
    ways[way](query, { key, variables: { id: booking.id }, ...(version !== undefined && { version }) });

  it.each(wayNames)('show what they have, and no other, by %s', async way => {
    const host = { host: { id: booking.hostIds[0] } };
    const old = { data: { booking: { assignment: host } }, version: OLD };
    expect(await ask(way, single, OLD)).toEqual(old);
    expect(outcomeOf(await ask(way, single, NEW))).toBe(UNKNOWN);
    expect(outcomeOf(await ask(way, single))).toBe(UNKNOWN);
    // Again, now that each has seen the text: what one keeps is nothing to the other.
    expect(await ask(way, single, OLD)).toEqual(old);
    expect(outcomeOf(await ask(way, single, NEW))).toBe(UNKNOWN);
    for (const version of [OLD, NEW]) {
      const both = { data: { booking: { assignments: [host] } }, version };
      expect(await ask(way, several, version)).toEqual(both);
    }
    expect((await ask(way, several)).version).toBe(NEW);
  });

  it('keep nothing of each other that was asked in the other order first', async () => {
    const text = `${single} # the newest hears it first`;
    for (const expected of [UNKNOWN, UNKNOWN]) {
      expect(outcomeOf(await ask('http', text, NEW))).toBe(expected);
      expect(outcomeOf(await ask('http', text, OLD))).toBe('ok');
    }
  });

  it('say what is deprecated before it goes', async () => {
    const query = '{ __type(name: "Booking") { fields(includeDeprecated: true) { name isDeprecated } } }';
    const fieldsIn = async (version: string) => {
      const { data } = await ask('http', query, version);
      return new Map<string, boolean>(
        data.__type.fields.map(({ name, isDeprecated }: { name: string; isDeprecated: boolean }) => [
          name,
          isDeprecated,
        ]),
      );
    };
    const [before, now] = [await fieldsIn(OLD), await fieldsIn(NEW)];
    expect([before.get('assignment'), before.get('assignments')]).toEqual([true, false]);
    expect([now.get('assignment'), now.get('assignments')]).toEqual([undefined, false]);
    expect(before.size).toBe(now.size + 1);
  });

  it('tell the same event live, each in its own way, from one process', async () => {
    const { started } = graph.gateway.subscriptions.stats();
    const events = (field: string) =>
      `subscription { bookingChanged { id booking { ${field} { host { id } } } } }`;
    const [old, young] = [connect(graph, { key, version: OLD }), connect(graph, { key })];
    type Seen = { bookingChanged: { id: string; booking: Record<string, unknown> } };
    const olds = collect<Seen>(old.client, events('assignment'));
    const youngs = collect<Seen>(young.client, events('assignments'));
    const refused = collect<Seen>(young.client, events('assignment'));
    await until(() => graph.gateway.subscriptions.stats().started === started + 2 && refused.isDone);
    expect(refused.results).toMatchObject([{ errors: [{ extensions: { code: UNKNOWN } }] }]);
    const { hostIds } = await bookNth(graph, type, 3);
    const [[seen], [told]] = [await olds.take(1), await youngs.take(1)];
    const host = { host: { id: hostIds[0] } };
    expect(seen?.bookingChanged.booking).toEqual({ assignment: host });
    expect(told?.bookingChanged).toEqual({ id: seen?.bookingChanged.id, booking: { assignments: [host] } });
    for (const { client } of [old, young]) await client.dispose();
    await until(() => graph.gateway.subscriptions.stats().feeds === 0);
  });

  it('guard what only an older one shows as ever', async () => {
    const query = `query ($id: ID!, $token: String) { booking(id: $id, manageToken: $token) { id assignment { version } } }`;
    const seenBy = async (asking: Asking) =>
      (await ways.http(query, { version: OLD, variables: { id: booking.id }, ...asking })).data.booking;
    const asGuest = { variables: { id: booking.id, token: booking.manageToken } };
    expect(await seenBy(asGuest)).toEqual({ id: booking.id, assignment: null });
    expect(await seenBy({ key })).toEqual({ id: booking.id, assignment: { version: 1 } });
  });

  it('are asked for by dates: the latest that was there by then', async () => {
    const servedBy = async (version?: string) => (await ask('http', '{ __typename }', version)).version;
    expect(await servedBy('2026-11-21')).toBe(OLD);
    expect(await servedBy('2026-11-23')).toBe(NEW);
    expect(await servedBy()).toBe(NEW);
    // A fault of the caller's is answered by a version, too.
    const wrong = await ways.http('{ me { id } }', { key: 'wrong', version: OLD });
    expect([outcomeOf(wrong), wrong.version]).toEqual(['UNAUTHENTICATED', OLD]);
  });

  it.each([
    ['2026-10-31', 'API_VERSION_UNKNOWN'],
    ['yesterday', 'API_VERSION_INVALID'],
    ['2026-02-30', 'API_VERSION_INVALID'],
    ['', 'API_VERSION_INVALID'],
  ])('refuse %j as %s', async (version, code) => {
    for (const way of ['http', 'stream'] as const) {
      const { errors, data } = await ask(way, '{ __typename }', version);
      expect({ errors, data }).toMatchObject({ errors: [{ extensions: { code, versions: [OLD, NEW] } }] });
      expect(data).toBeUndefined();
    }
    const refusal = ask('socket', '{ __typename }', version);
    await expect(refusal).rejects.toMatchObject({ code: 4400, reason: expect.stringContaining(`${code}: `) });
  });

  it('can be named where a socket is opened, by clients that can', async () => {
    class Named extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, { protocols, headers: { 'almanac-version': OLD } } as never);
      }
    }
    const versions: unknown[] = [];
    const query = (client: ReturnType<typeof createClient>) =>
      client.iterate({ query: single, variables: { id: booking.id } }).next();
    const open = (params: object) =>
      createClient({
        url: graph.url.replace('http', 'ws'),
        webSocketImpl: Named,
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${key}`, ...params },
        on: { connected: (_socket, told) => versions.push(told?.['almanac-version']) },
      });
    const byHeader = open({});
    expect((await query(byHeader)).value).toMatchObject({ data: { booking: { assignment: {} } } });
    // What a page says goes before what its browser was made to send.
    const byParameter = open({ 'almanac-version': NEW });
    expect((await query(byParameter)).value).toMatchObject({ errors: [{ extensions: { code: UNKNOWN } }] });
    expect(versions).toEqual([OLD, NEW]);
    await byHeader.dispose();
    await byParameter.dispose();
  });

  it('are told to pages of other origins and to caches', async () => {
    const headers = {
      origin: 'https://pages.example',
      'content-type': 'application/json',
      'almanac-version': OLD,
    };
    const answer = await fetch(graph.url, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    expect(answer.headers.get('access-control-expose-headers')).toContain('almanac-version');
    expect(answer.headers.get('vary')).toMatch(/Origin.*almanac-version/);
    const preflight = await fetch(graph.url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://pages.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'almanac-version',
      },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('almanac-version');
  });

  it('hold in every contract', async () => {
    const at = (path: string, version: string) =>
      ways.http(single, { path, version, key, variables: { id: booking.id } }).then(outcomeOf);
    const paths = ['/graphql', '/graphql/partner', '/graphql/public'];
    expect(await Promise.all(paths.map(path => at(path, OLD)))).toEqual(['ok', 'ok', UNKNOWN]);
    expect(await Promise.all(paths.map(path => at(path, NEW)))).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
  });
});

describe('versions of a graph that is replaced', () => {
  const LATER = '2026-12-24';
  let folder: string;
  let file: string;
  let sdl: string;
  let graph: TestGraph;

  async function put(text: string) {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
    await graph.gateway.supergraph.reload();
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almanac-versions-'));
    file = join(folder, 'supergraph.graphql');
    sdl = await readFile(join(projectFolder, 'schema/supergraph.graphql'), 'utf8');
    await writeFile(file, sdl);
    graph = await startGraph({ supergraphFile: file });
  });
  afterAll(async () => {
    await graph.stop();
    await rm(folder, { recursive: true });
  });

  it('come with it; clients who named one keep theirs', async () => {
    const { key, id } = await graph.signUp();
    const { http } = waysInto(graph);
    const query = 'query ($id: ID!) { user(id: $id) { avatarUrl } }';
    const ask = (version?: string, path = '/graphql') =>
      http(query, { key, path, variables: { id }, ...(version && { version }) });
    const outcomes = async () => {
      const asked = [OLD, NEW, '2026-12-23', LATER, undefined];
      const heard = await Promise.all(asked.map(version => ask(version)));
      return heard.map(one => `${one.version} ${outcomeOf(one)}`);
    };
    expect(await outcomes()).toEqual([OLD, NEW, NEW, NEW, NEW].map(version => `${version} ok`));
    expect(outcomeOf(await ask(OLD, '/graphql/public'))).toBe('ok');
    const old = connect(graph, { key, version: OLD });
    const watching = collect(old.client, 'subscription { bookingChanged { id } }');
    await until(() => graph.gateway.subscriptions.stats().active === 1);

    const field = '  avatarUrl: String @join__field(graph: IDENTITY)';
    expect(sdl.split(field)).toHaveLength(2);
    await put(sdl.replace(field, `${field} @tag(name: "until-${LATER}")`));
    expect(await outcomes()).toEqual([
      `${OLD} ok`,
      `${NEW} ok`,
      `${NEW} ok`,
      `${LATER} ${UNKNOWN}`,
      `${LATER} ${UNKNOWN}`,
    ]);
    // Live ones are let go, in every version, to come again.
    await until(() => watching.isDone && old.closed.length > 0);
    expect(old.closed[0]).toMatchObject({ code: 1012 });

    // What is gone from the graph is gone from all that is made of it, which may be a moment later.
    await put(sdl.replace(/ {2}"""[^"]*"""\n {2}avatarUrl: String @join__field.*\n/, ''));
    await until(async () => outcomeOf(await ask(OLD)) === UNKNOWN);
    await until(async () => outcomeOf(await ask(OLD, '/graphql/public')) === UNKNOWN);
    expect(await outcomes()).toEqual([OLD, NEW, NEW, NEW, NEW].map(version => `${version} ${UNKNOWN}`));
    await old.client.dispose();
  });

  it('are not taken from one that no contract can be made of: the one from before goes on', async () => {
    await put(sdl);
    const { http } = waysInto(graph);
    const ask = (path: string) => http('{ team(id: "team_1") { id } }', { path }).then(outcomeOf);
    const before = await ask('/graphql/public');
    expect(before).not.toBe(UNKNOWN);
    // A field that the public contract shows, of a type that it does not.
    const broken = sdl.replace(
      /\ntype Team implements Node /,
      '\ntype Team implements Node @tag(name: "internal") ',
    );
    expect(broken).not.toBe(sdl);
    await put(broken);
    for (let count = 0; count < 50; count++) expect(await ask('/graphql/public')).toBe(before);
    expect(await ask('/graphql')).toBe(before);
    // The next one is taken again.
    await put(sdl.replace('\n  team(id: ID!): Team @', '\n  theTeam(id: ID!): Team @'));
    await until(async () => (await ask('/graphql/public')) === UNKNOWN);
  });
});
