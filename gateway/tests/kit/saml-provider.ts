import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request } from 'express';
import samlp from 'samlp';
import type { TestGraph } from './graph.ts';
import { postForm } from './issuers.ts';
import { Browser } from './oauth.ts';
import { readRequest, type SamlKey } from './saml.ts';

/** What an identity provider says, where it is not what it should say. */
interface Misbehaviour extends Partial<Parameters<typeof samlp.auth>[0]> {
  /** How far its clock is ahead of ours, in minutes. */
  ahead?: number;
}

export interface Person {
  id: string;
  email: string;
  password: string;
}

const loginForm = (query: string) => `<form method="post" action="/login${query.replaceAll('&', '&amp;')}">
<label>User <input name="user"></label> <label>Password <input name="password" type="password"></label>
<button>Log in</button></form>`;

/** In what Passport calls a profile, which samlp makes an assertion of. */
const profileOf = ({ id, email }: Person) => ({
  id,
  emails: [{ value: email }],
  displayName: id,
  name: { givenName: id, familyName: id },
});

/** For as long as samlp writes and signs an assertion, which it does without a pause, it is another time. */
function shiftClock(minutes: number): void {
  const { now } = Date;
  Date.now = () => now() + minutes * 60_000;
  queueMicrotask(() => {
    Date.now = now;
  });
}

/** A whole SAML identity provider of somebody else, with people who log in there by password. */
export async function startSamlProvider(key: SamlKey, people: readonly Person[]) {
  const app = express();
  const sessions = new Map<string, Person>();
  const provider = { url: '', entityId: '', misbehaviour: {} as Misbehaviour };
  const whoIs = ({ headers }: Request) =>
    sessions.get(/(?:^|; )idp=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? '');
  const locationOf = (request: Request) => new URL(request.url, provider.url);
  app.use(express.urlencoded({ extended: false }));
  app.get('/sso', (request, response, next) => {
    const person = whoIs(request);
    if (!person) return void response.send(loginForm(locationOf(request).search));
    const { ahead = 0, ...changes } = provider.misbehaviour;
    const { callbackUrl } = readRequest(locationOf(request));
    const answer = samlp.auth({
      issuer: provider.entityId,
      cert: key.certificate,
      key: key.privateKey,
      lifetimeInSeconds: 300,
      recipient: callbackUrl,
      getUserFromRequest() {
        shiftClock(ahead);
        return profileOf(person);
      },
      getPostURL: (_audience, _dom, _request, callback) => callback(null, callbackUrl),
      ...changes,
    });
    answer(request, response, next);
  });
  app.post('/login', (request, response) => {
    const { user, password } = request.body as Record<string, string>;
    const { search } = locationOf(request);
    const person = people.find(each => each.id === user && each.password === password);
    if (!person) return void response.status(401).send(loginForm(search));
    const cookie = randomUUID();
    sessions.set(cookie, person);
    response.cookie('idp', cookie, { httpOnly: true }).redirect(303, `/sso${search}`);
  });
  const server = await new Promise<Server>(listening => {
    const made = app.listen(0, '127.0.0.1', () => listening(made));
  });
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider.entityId = `${provider.url}/metadata`;
  return Object.assign(provider, {
    signInUrl: `${provider.url}/sso`,
    stop: () => new Promise<void>(done => void server.close(() => done())),
  });
}

export type SamlProvider = Awaited<ReturnType<typeof startSamlProvider>>;

/** A form of the provider's page that the browser sends to us. */
export interface SamlForm {
  action: URL;
  SAMLResponse: string;
  RelayState: string;
}

const attribute = (html: string, pattern: RegExp) =>
  (pattern.exec(html)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#43;', '+');

/** A browser's way through the provider: it is asked who is there, and leaves with a form. */
export async function logInAt(provider: SamlProvider, url: URL, { id, password }: Person): Promise<SamlForm> {
  const asked = await (await fetch(url)).text();
  const loggedIn = await fetch(new URL(attribute(asked, /action="([^"]+)"/), provider.url), {
    method: 'POST',
    body: new URLSearchParams({ user: id, password }),
    redirect: 'manual',
  });
  const [cookie = ''] = loggedIn.headers.getSetCookie();
  const there = new URL(loggedIn.headers.get('location') ?? '', provider.url);
  const html = await (await fetch(there, { headers: { cookie: cookie.split(';')[0] ?? '' } })).text();
  return {
    action: new URL(attribute(html, /action="([^"]+)"/)),
    SAMLResponse: attribute(html, /name="SAMLResponse"\s+value="([^"]+)"/),
    RelayState: attribute(html, /name="RelayState"\s+value="([^"]+)"/),
  };
}

/** Sends the form as the provider's page does, without our cookies, and follows where it leads. */
export async function deliver(
  graph: TestGraph,
  browser: Browser,
  { action, SAMLResponse, RelayState }: SamlForm,
): Promise<{ url: URL; page: Response | null }> {
  const posted = await postForm(new Browser(graph), action.pathname, { SAMLResponse, RelayState });
  const location = posted.headers.get('location');
  return location ? browser.open(location) : { url: action, page: posted };
}

/** The whole way of a browser, from where we send it to begin. */
export async function signInBySaml(
  graph: TestGraph,
  browser: Browser,
  { provider, start, person }: { provider: SamlProvider; start: string; person: Person },
) {
  const { url } = await browser.open(start);
  return deliver(graph, browser, await logInAt(provider, url, person));
}
