import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Events, type MutableResponse, type MutableToken, OAuth2Server } from 'oauth2-mock-server';
import Provider from 'oidc-provider';
import {
  CreateSsoConnectionDocument,
  type CreateSsoConnectionInput,
  StartFederatedLinkDocument,
  StartFederatedSignInDocument,
  type StartFederatedSignInInput,
} from '../../../examples/operations/operations.generated.ts';
import type { TestGraph, TestUser } from './graph.ts';
import { type Browser, ISSUER } from './oauth.ts';

export interface Person {
  sub: string;
  email?: string;
  email_verified?: boolean | string;
  name?: string;
}

type TokenRequest = IncomingMessage & { body?: { client_secret?: string } };

/** An issuer that says what a test wants it to say. */
export async function startMockIssuer(person: Person) {
  const server = new OAuth2Server();
  // It would make a key itself, of an object that jest's own realm does not take for one.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256' };
  await server.issuer.keys.add(jwk as Parameters<typeof server.issuer.keys.add>[0]);
  await server.start(0, 'localhost');
  const issuer = {
    url: server.issuer.url ?? '',
    person,
    /** Changes id tokens before they are signed. */
    forge: (_token: MutableToken) => {},
    /** Changes the answer to a code. */
    answer: (body: Record<string, unknown>) => body,
    /** What the client sent last to prove itself. */
    clientSecret: '',
    service: server.service,
    keys: server.issuer.keys,
    stop: () => server.stop(),
  };
  server.service.on(Events.BeforeTokenSigning, (token: MutableToken) => {
    if (token.payload['nonce'] === undefined) return;
    Object.assign(token.payload, issuer.person);
    issuer.forge(token);
  });
  server.service.on(Events.BeforeUserinfo, (response: { body: Record<string, unknown> }) => {
    response.body = { ...issuer.person };
  });
  server.service.on(Events.BeforeResponse, (response: MutableResponse, request: TokenRequest) => {
    issuer.clientSecret = request.body?.client_secret ?? '';
    response.body = issuer.answer(response.body as Record<string, unknown>);
  });
  return issuer;
}

export type MockIssuer = Awaited<ReturnType<typeof startMockIssuer>>;

/** A whole OpenID provider of somebody else, which signs its one user in without a word. */
export async function startForeignProvider(person: Person, client: { id: string; secret: string }) {
  const server: Server = createServer((request, response) => void handle(request, response));
  await new Promise<void>(listening => server.listen(0, 'localhost', listening));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const make = (redirectUri: string) =>
    new Provider(url, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ ...person, sub: id }) }),
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_ctx, interaction) => `/decide/${interaction.uid}` },
    });
  // Its client is told where to answer once we have given it an address.
  let provider = make('https://client.example/callback');
  let serve = provider.callback();
  async function handle(request: IncomingMessage, response: ServerResponse) {
    if (!request.url?.startsWith('/decide/')) return serve(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: person.sub, clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { login: { accountId: person.sub }, consent });
  }
  return {
    url,
    answerTo(redirectUri: string) {
      provider = make(redirectUri);
      serve = provider.callback();
    },
    stop: () => new Promise<void>(done => void server.close(() => done())),
  };
}

export async function organizationOf(graph: TestGraph, user: TestUser): Promise<string> {
  const answer = await graph.database.query<{ organization_id: string }>(
    'select organization_id from identity.users where email = $1',
    [`${user.handle}@example.com`],
  );
  const { fromUuid } = await import('#platform/ids.ts');
  return fromUuid('org', answer[0]?.organization_id ?? '');
}

/** A connection of the admin's own organization. */
export async function connect(
  graph: TestGraph,
  admin: { user: TestUser; session: string },
  terms: Omit<CreateSsoConnectionInput, 'organizationId' | 'name'>,
) {
  const organizationId = await organizationOf(graph, admin.user);
  const answer = await graph.execute(
    CreateSsoConnectionDocument,
    { input: { organizationId, name: 'Example Inc.', ...terms } },
    { key: admin.session },
  );
  const created = answer.data.createSsoConnection;
  if (created.__typename !== 'SsoConnectionCreated') throw new Error(JSON.stringify(created));
  return created.connection;
}

/** Where a browser is sent to begin. */
export async function startOf(graph: TestGraph, input: StartFederatedSignInInput, session?: string) {
  if (session === undefined) {
    return (await graph.execute(StartFederatedSignInDocument, { input })).data.startFederatedSignIn.url;
  }
  const answer = await graph.execute(StartFederatedLinkDocument, { input }, { key: session });
  return answer.data.startFederatedLink.url;
}

/** A browser's way through a foreign site, until it is sent back to us. */
async function visitIssuer(at: URL): Promise<URL> {
  let url = at;
  const cookies = new Map<string, string>();
  for (let hops = 0; hops < 10; hops++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`${url}: ${response.status} ${(await response.text()).slice(0, 500)}`);
    url = new URL(location, url);
    if (url.origin === ISSUER) return url;
  }
  throw new Error(`Sent around in circles, last to ${url}.`);
}

/** The answer of an issuer, on its way to us through this browser. */
export async function answerFor(
  graph: TestGraph,
  browser: Browser,
  input: StartFederatedSignInInput,
  session?: string,
): Promise<URL> {
  const asked = await browser.open(await startOf(graph, input, session));
  if (asked.page) throw new Error(`Not sent away: ${asked.page.status} ${await asked.page.text()}`);
  return visitIssuer(asked.url);
}

/** Who is signed in in a browser, as the graph says. */
export async function whoIsIn(browser: Browser): Promise<string | null> {
  const response = await browser.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ISSUER, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ query: '{ me { handle } }' }),
  });
  const { data } = (await response.json()) as { data?: { me?: { handle: string } } };
  return data?.me?.handle ?? null;
}

export const postForm = (browser: Browser, path: string, fields: Record<string, string>, headers = {}) =>
  browser.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', ...headers },
    body: new URLSearchParams(fields).toString(),
  });

export async function countSessions(graph: TestGraph): Promise<number> {
  const [row] = await graph.database.query<{ count: string }>(
    `select count(*) from identity.sessions where method = 'SSO'`,
  );
  return Number(row?.count);
}
