import * as openid from 'openid-client';
import {
  CreateOAuthClientDocument,
  type CreateOAuthClientInput,
} from '../../../examples/operations/operations.generated.ts';
import type { TestGraph, TestUser } from './graph.ts';
import { sessionOf } from './sessions.ts';

/** Where the gateway is to browsers and clients: behind a proxy that ends TLS, which no test needs to have. */
export const ISSUER = 'https://almanac.test';
export const CALLBACK = 'https://client.example/callback';

/** `fetch` by somebody who reaches the gateway at its public address. */
export function publicFetch(graph: TestGraph) {
  return (url: string | URL, init: RequestInit = {}) => {
    const { origin, pathname, search } = new URL(url);
    if (origin !== ISSUER) throw new Error(`Nobody should ask ${origin}.`);
    return fetch(new URL(pathname + search, graph.url), { ...init, redirect: 'manual' });
  };
}

interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** As much of a browser as redirects, cookies and forms need. */
export class Browser {
  private cookies: Cookie[] = [];
  private readonly fetch: ReturnType<typeof publicFetch>;

  constructor(graph: TestGraph) {
    this.fetch = publicFetch(graph);
  }

  private store(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const path = attributes.find(attribute => /^path=/i.test(attribute))?.slice(5) ?? '/';
      const end = attributes.find(attribute => /^expires=/i.test(attribute))?.slice(8);
      this.cookies = this.cookies.filter(cookie => cookie.name !== name || cookie.path !== path);
      if (!end || Date.parse(end) > Date.now()) this.cookies.push({ name, value, path });
    }
  }

  async request(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url, ISSUER);
    const cookie = this.cookies
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) };
    const response = await this.fetch(new URL(url, ISSUER), { ...init, headers });
    this.store(response);
    return response;
  }

  /** Follows redirects within Almanac; ends at a page, or at the address of a client. */
  async open(url: string | URL, init?: RequestInit): Promise<{ url: URL; page: Response | null }> {
    let at = new URL(url, ISSUER);
    let response = await this.request(at, init);
    for (let hops = 0; hops < 10; hops++) {
      const location = response.headers.get('location');
      if (!location) return { url: at, page: response };
      at = new URL(location, at);
      if (at.origin !== ISSUER) return { url: at, page: null };
      response = await this.request(at);
    }
    throw new Error(`The browser was sent around in circles, last to ${at.href}.`);
  }

  async signIn(graph: TestGraph, user: TestUser): Promise<void> {
    const { token } = await sessionOf(graph, user);
    await this.keep(token);
  }

  /** Puts a session into the cookie, as our pages do. */
  async keep(token: string): Promise<void> {
    const response = await this.request('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ISSUER, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ sessionToken: token }),
    });
    if (response.status !== 204)
      throw new Error(`Not signed in: ${response.status} ${await response.text()}`);
  }

  /** Presses a button of the consent page at an address. */
  decide(url: URL, decision: 'allow' | 'deny') {
    return this.open(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
      body: new URLSearchParams({ decision }).toString(),
    });
  }
}

export interface TestClient {
  id: string;
  secret: string | null;
  config: openid.Configuration;
}

/** Registers a client, and finds out about us the way clients do: by discovery. */
export async function registerClient(
  graph: TestGraph,
  owner: TestUser,
  terms: Partial<CreateOAuthClientInput> = {},
): Promise<TestClient> {
  const answer = await graph.execute(
    CreateOAuthClientDocument,
    {
      input: {
        name: 'Calendar for dentists',
        redirectUris: [CALLBACK],
        scopes: ['BOOKING_READ', 'PROFILE_READ'],
        ...terms,
      },
    },
    { key: owner.key },
  );
  const { client, secret = null } = answer.data.createOAuthClient;
  return { id: client.id, secret, config: await discover(graph, client.id, secret) };
}

export function discover(graph: TestGraph, id: string, secret: string | null) {
  return openid.discovery(
    new URL(ISSUER),
    id,
    undefined,
    secret === null ? openid.None() : openid.ClientSecretBasic(secret),
    { [openid.customFetch]: publicFetch(graph) as openid.CustomFetch },
  );
}

export interface AuthorizationRequest {
  url: URL;
  verifier: string;
  state: string;
}

export async function authorizationRequest(
  { config }: TestClient,
  params: Record<string, string> = {},
): Promise<AuthorizationRequest> {
  const verifier = openid.randomPKCECodeVerifier();
  const state = openid.randomState();
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    scope: 'openid BOOKING_READ PROFILE_READ',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...params,
  });
  return { url, verifier, state };
}

/** The address with a code to which a browser is sent after its user has allowed what a client asked. */
export async function callbackOf(browser: Browser, request: AuthorizationRequest): Promise<URL> {
  const asked = await browser.open(request.url);
  if (!asked.page) return asked.url;
  const body = await asked.page.text();
  if (!body.includes('name="decision"')) throw new Error(`No consent page: ${asked.page.status} ${body}`);
  return (await browser.decide(asked.url, 'allow')).url;
}

/** A client's whole way to tokens for whoever is signed in. */
export async function tokensFor(browser: Browser, client: TestClient, params: Record<string, string> = {}) {
  const request = await authorizationRequest(client, params);
  const callback = await callbackOf(browser, request);
  return openid.authorizationCodeGrant(client.config, callback, {
    pkceCodeVerifier: request.verifier,
    expectedState: request.state,
  });
}
