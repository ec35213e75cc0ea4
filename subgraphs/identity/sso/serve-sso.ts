import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '#platform/errors.ts';
import { anonymous, type Principal } from '#platform/principal.ts';
import type { WebHandler } from '#platform/web-handler.ts';
import { ADDRESS_HEADER, SESSION_HEADER } from '../../../schema/web-paths.ts';
import { mintSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { findBrowserUser } from '../oauth/find-browser-user.ts';
import { isForeign } from '../oauth/is-foreign.ts';
import { messagePage, type Page } from '../oauth/pages.ts';
import { readForm } from '../oauth/read-form.ts';
import { completeSignIn } from '../second-factor/complete-sign-in.ts';
import { requestMagicLink } from '../sign-in/request-magic-link.ts';
import { UserEntity } from '../users/user.entity.ts';
import { beginAttempt, claimProof, findAnswered, findNewAttempt, keepProof, takeAnswer } from './attempts.ts';
import { browserCookie } from './browser-cookie.ts';
import { type Conclusion, concludeSignIn } from './conclude-sign-in.ts';
import { findSource } from './find-source.ts';
import { linkIdentity, mayLink } from './link-identity.ts';
import { askOpenid, type OpenidSecrets, readOpenidAnswer } from './openid-sign-in.ts';
import * as pages from './pages.ts';
import type { ProvenSubject } from './proven-subject.ts';
import { askSaml, describeUs, readSamlAnswer, type SamlSecrets } from './saml-sign-in.ts';

/** One request of a browser. */
interface Visit {
  readonly ctx: IdentityContext;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** What only this browser has; empty where it has begun nothing here. */
  readonly browser: string;
}

function show({ response }: Pick<Visit, 'response'>, status: number, { html, headers }: Page): void {
  response.writeHead(status, headers).end(html);
}

function redirect({ response }: Visit, location: string | URL): void {
  const headers = {
    location: String(location),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
  response.writeHead(303, headers).end();
}

async function browserUserId({ ctx, request }: Visit): Promise<string | null> {
  return (await findBrowserUser(ctx, String(request.headers[SESSION_HEADER] ?? '')))?.userId ?? null;
}

/** Gives the attempt to this browser and sends it to the source. */
async function serveStart(visit: Visit): Promise<void> {
  const { ctx, response, url } = visit;
  const attempt = await findNewAttempt(ctx, url.searchParams.get('attempt') ?? '');
  if (!attempt) return show(visit, 400, pages.overPage);
  const found = await findSource(ctx, attempt.source);
  const state = mintSecret();
  const asked =
    found.protocol === 'SAML'
      ? await askSaml(ctx, found.connection, state)
      : await askOpenid(ctx, attempt.source, found.settings, state);
  const browser = visit.browser || mintSecret();
  if (!(await beginAttempt(ctx, attempt.id, { state, browser, secrets: asked.secrets })))
    return show(visit, 400, pages.overPage);
  response.setHeader('set-cookie', browserCookie(ctx.sso.publicUrl).write(browser));
  redirect(visit, asked.url);
}

const outcomes = {
  LINKED: { status: 200, page: pages.linkedPage },
  TAKEN: { status: 409, page: pages.takenPage },
  OTHER_USER: { status: 403, page: pages.otherUserPage },
} as const;

function finish(visit: Visit, conclusion: Conclusion): void {
  if (conclusion.kind === 'SIGNED_IN') {
    visit.response.setHeader(SESSION_HEADER, conclusion.token);
    show(visit, 200, pages.signedInPage(conclusion.user.name));
  } else if (conclusion.kind === 'SECOND_FACTOR_REQUIRED') {
    show(visit, 200, pages.codePage(conclusion.token));
  } else if (conclusion.kind === 'UNKNOWN') {
    redirect(visit, `/sso/link?token=${conclusion.token}`);
  } else {
    const { status, page } = outcomes[conclusion.kind];
    show(visit, status, page);
  }
}

/** Everything wrong with an answer reads the same to the browser. */
async function readAnswer<T>({ ctx }: Visit, source: string, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    const { message, code, cause } = error as Error & { code?: string };
    ctx.log.info(
      {
        source,
        code,
        reason: message,
        cause: cause instanceof Error ? cause.message : undefined,
        requestId: ctx.requestId,
      },
      'an answer of an identity provider was refused',
    );
    return null;
  }
}

/**
 * SAML answers by a form of the identity provider's page, which comes without our cookie: what it proves is kept
 * for the browser that began, which is sent to fetch it.
 */
async function serveAssertion(visit: Visit, source: string, form: URLSearchParams): Promise<void> {
  const { ctx } = visit;
  const found = await findSource(ctx, source);
  if (found.protocol !== 'SAML') return show(visit, 400, pages.refusedPage);
  const taken = await takeAnswer(ctx, { source, state: form.get('RelayState') ?? '' }, null);
  if (!taken) return show(visit, 400, pages.overPage);
  const proven = await readAnswer(visit, source, () =>
    readSamlAnswer(ctx, found.connection, form.get('SAMLResponse') ?? '', taken.secrets as SamlSecrets),
  );
  if (!proven) return show(visit, 400, pages.refusedPage);
  redirect(visit, `/sso/finish?token=${await keepProof(ctx, taken.attempt, proven)}`);
}

async function serveFinish(visit: Visit): Promise<void> {
  const { ctx, url, browser } = visit;
  const attempt = await claimProof(ctx, url.searchParams.get('token') ?? '', browser);
  if (!attempt) return show(visit, 400, pages.overPage);
  const { issuer, subject, email, isEmailProven, name } = attempt;
  if (issuer === null || subject === null) return show(visit, 400, pages.overPage);
  const proven = { issuer, subject, email, isEmailProven: isEmailProven === true, name };
  finish(visit, await concludeSignIn(ctx, attempt, proven, await browserUserId(visit)));
}

async function serveMetadata(visit: Visit, source: string): Promise<void> {
  const found = await findSource(visit.ctx, source);
  if (found.protocol !== 'SAML') return show(visit, 404, messagePage('Not here', 'There is no such page.'));
  visit.response
    .writeHead(200, { 'content-type': 'application/samlmetadata+xml', 'x-content-type-options': 'nosniff' })
    .end(describeUs(visit.ctx, found.connection));
}

async function serveCallback(visit: Visit, source: string): Promise<void> {
  const { ctx, request, url, browser } = visit;
  if (request.method === 'POST') {
    // A form of another site comes without our cookie; opened anew, the address brings it along.
    const form = await readForm(request);
    if (form.has('SAMLResponse')) return serveAssertion(visit, source, form);
    const query = new URLSearchParams(
      [...form].filter(([name]) => ['code', 'state', 'iss', 'error'].includes(name)),
    );
    return redirect(visit, `/sso/callback/${source}?${query}`);
  }
  const state = url.searchParams.get('state') ?? '';
  const taken = await takeAnswer(ctx, { source, state }, browser);
  if (!taken) return show(visit, 400, pages.overPage);
  const proven = await readAnswer<ProvenSubject>(visit, source, async () => {
    const found = await findSource(ctx, source);
    if (found.protocol !== 'OIDC') throw new Error('The source speaks another protocol.');
    const secrets = taken.secrets as OpenidSecrets;
    return readOpenidAnswer(ctx, source, found.settings, { query: url.searchParams, state, secrets });
  });
  if (!proven) return show(visit, 400, pages.refusedPage);
  finish(visit, await concludeSignIn(ctx, taken.attempt, proven, await browserUserId(visit)));
}

/** Between an identity that is new here and an account: only the account's own user says that they belong together. */
async function serveLink(visit: Visit): Promise<void> {
  const { ctx, request, url, browser } = visit;
  const isPost = request.method === 'POST';
  if (isPost && isForeign(request, ctx.sso.publicUrl)) return show(visit, 403, pages.notFromHerePage);
  const form = isPost ? await readForm(request) : new URLSearchParams();
  const token = (isPost ? form.get('token') : url.searchParams.get('token')) ?? '';
  const attempt = await findAnswered(ctx, token, browser);
  if (!attempt) return show(visit, 400, pages.overPage);
  if (!attempt.email || !attempt.isEmailProven) return show(visit, 200, pages.unprovenPage);
  const { name: source } = await findSource(ctx, attempt.source);
  const userId = await browserUserId(visit);
  if (!userId) {
    if (form.get('decision') !== 'mail')
      return show(visit, 200, pages.whoAreYouPage(token, source, attempt.email));
    await requestMagicLink(ctx, { email: attempt.email });
    return show(visit, 200, pages.mailedLinkPage(token));
  }
  const user = await ctx.em.findOneOrFail(UserEntity, { id: userId });
  if (!mayLink(attempt, user)) return show(visit, 403, pages.unprovenPage);
  if (form.get('decision') !== 'link')
    return show(visit, 200, pages.confirmLinkPage({ token, source, identity: attempt.email, user }));
  const linked = await linkIdentity(ctx, attempt, user);
  show(visit, linked.ok ? 200 : 409, linked.ok ? pages.linkedPage : pages.takenPage);
}

async function serveCode(visit: Visit): Promise<void> {
  const { ctx, request, response } = visit;
  if (request.method !== 'POST') return show(visit, 400, pages.overPage);
  if (isForeign(request, ctx.sso.publicUrl)) return show(visit, 403, pages.notFromHerePage);
  const form = await readForm(request);
  const pendingToken = form.get('pendingToken') ?? '';
  const outcome = await completeSignIn(ctx, { pendingToken, code: form.get('code') ?? '' });
  if (outcome.ok) {
    response.setHeader(SESSION_HEADER, outcome.value.token);
    return show(visit, 200, pages.signedInPage(outcome.value.user.name));
  }
  if (outcome.error === 'SIGN_IN_EXPIRED') return show(visit, 400, pages.overPage);
  show(visit, 200, pages.codePage(pendingToken, 'The code is wrong, too old, or was used before.'));
}

async function serve(visit: Visit): Promise<void> {
  const [, , place, source = ''] = visit.url.pathname.split('/');
  switch (place) {
    case 'start':
      return serveStart(visit);
    case 'callback':
      return serveCallback(visit, source);
    case 'finish':
      return serveFinish(visit);
    case 'metadata':
      return serveMetadata(visit, source);
    case 'link':
      return serveLink(visit);
    case 'code':
      return serveCode(visit);
    default:
      return show(visit, 404, messagePage('Not here', 'There is no such page.'));
  }
}

const refusals: Partial<Record<string, number>> = { RATE_LIMITED: 429, NOT_FOUND: 404 };

/** Serves `/sso/…` from plain Node requests. */
export function createSsoHandler(openContext: (viewer: Principal) => IdentityContext): WebHandler {
  return async (request, response) => {
    const address = String(request.headers[ADDRESS_HEADER] ?? '');
    const ctx: IdentityContext = {
      ...openContext(anonymous),
      clientAddress: address || null,
      userAgent: request.headers['user-agent'] ?? null,
    };
    const url = new URL(request.url ?? '/', ctx.sso.publicUrl);
    const browser = browserCookie(ctx.sso.publicUrl).read(request.headers.cookie);
    try {
      await serve({ ctx, request, response, url, browser });
    } catch (error) {
      const status = error instanceof AppError ? refusals[error.code] : undefined;
      if (status === undefined || !(error instanceof AppError)) throw error;
      const { retryAfter } = error.extensions as { retryAfter?: number };
      if (retryAfter) response.setHeader('retry-after', String(retryAfter));
      show({ response }, status, messagePage('Not now', error.message));
    }
  };
}
