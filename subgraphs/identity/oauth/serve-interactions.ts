import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { AppError } from '#platform/errors.ts';
import { rows } from '#platform/orm.ts';
import { ADDRESS_HEADER, SESSION_HEADER } from '../../../schema/web-paths.ts';
import { scopeDescriptions } from '../api-keys/api-key.graphql.ts';
import type { Tables } from '../tables.ts';
import { isForeign } from './is-foreign.ts';
import { audienceOf, type BrowserUser, forkOf, type OauthParts } from './oauth-parts.ts';
import { consentPage, describeScope, mailedPage, messagePage, type Page, signInPage } from './pages.ts';
import { allow } from './provider.ts';
import { readForm } from './read-form.ts';

function show(response: ServerResponse, status: number, { html, headers }: Page): void {
  response.writeHead(status, headers).end(html);
}

export function showRateLimit(response: ServerResponse, error: AppError): void {
  response.setHeader('retry-after', String(error.extensions['retryAfter'] ?? 60));
  show(response, 429, messagePage('Too many requests', error.message));
}

/** One @ with something on both sides: whether it is an address, the mail will tell. */
const EMAIL = /^[^\s@]+@[^\s@]+$/;

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

const textParam = (interaction: Interaction, name: string) => String(interaction.params[name] ?? '');

/** A client may ask for a sign-in that is younger than its request, or than so many seconds. */
function isRecentEnough({ signedInAt }: BrowserUser, interaction: Interaction, now: number): boolean {
  const { max_age: maxAge } = interaction.params;
  const isOld = maxAge !== undefined && signedInAt < now - Number(maxAge) * 1000;
  // The request's own time is in whole seconds: whoever signed in within that second does it again.
  const isEarlier = signedInAt < (interaction.iat + 1) * 1000;
  return !isOld && !(interaction.prompt.reasons.includes('login_prompt') && isEarlier);
}

async function showConsent(parts: OauthParts, provider: Provider, interaction: Interaction, userId: string) {
  const user = await rows<Tables>(forkOf(parts))
    .selectFrom('User')
    .select(['name', 'email'])
    .where('id', '=', userId)
    .executeTakeFirst();
  const client = await provider.Client.find(textParam(interaction, 'client_id'));
  if (!user || !client) return messagePage('This request is over', 'Start again from the application.');
  const scopes = textParam(interaction, 'scope').split(' ').filter(Boolean);
  return consentPage({
    client: client.clientName ?? client.clientId,
    user,
    scopes: scopes.map(name => describeScope(name, (scopeDescriptions as Record<string, string>)[name])),
    action: `/oauth/interaction/${interaction.uid}`,
    redirectUri: textParam(interaction, 'redirect_uri'),
  });
}

async function decide(
  parts: OauthParts,
  provider: Provider,
  interaction: Interaction,
  userId: string,
  decision: string | null,
) {
  if (decision !== 'allow') {
    return { error: 'access_denied', error_description: 'the user denied the request' };
  }
  const grant = new provider.Grant({ accountId: userId, clientId: textParam(interaction, 'client_id') });
  allow(grant, audienceOf(parts.issuer), textParam(interaction, 'scope').split(' ').filter(Boolean));
  return { consent: { grantId: await grant.save() } };
}

const notFromHere = messagePage('Not from here', 'The form was sent by another page.');

/** Lets somebody who is not signed in ask for a link; the answer tells nothing about accounts. */
async function serveSignIn(
  parts: OauthParts,
  request: IncomingMessage,
  response: ServerResponse,
  action: string,
): Promise<void> {
  if (request.method !== 'POST') return show(response, 200, signInPage(action));
  if (isForeign(request, parts.issuer)) return show(response, 403, notFromHere);
  const email = (await readForm(request)).get('email')?.trim() ?? '';
  if (!EMAIL.test(email) || email.length > 254) return show(response, 400, signInPage(action));
  try {
    await parts.mailSignInLink(email, String(request.headers[ADDRESS_HEADER] ?? ''));
  } catch (error) {
    if (error instanceof AppError && error.code === 'RATE_LIMITED') return showRateLimit(response, error);
    throw error;
  }
  show(response, 200, mailedPage(action));
}

/** The pages between a client's request and its answer: who is it, and do they want it. */
export async function serveInteraction(
  parts: OauthParts,
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response).catch(() => null);
  if (!interaction || !request.url?.split('?')[0]?.endsWith(`/${interaction.uid}`)) {
    return show(
      response,
      400,
      messagePage(
        'This request is over',
        'It took too long or was answered already. Start again from the application.',
      ),
    );
  }
  const user = await parts.findBrowserUser(String(request.headers[SESSION_HEADER] ?? ''));
  const { prompt, session } = interaction;
  // Whoever signed in as somebody else meanwhile is asked as that one, from the beginning.
  const isSame = prompt.name === 'login' || session?.accountId === user?.userId;
  if (!user || !isSame || !(prompt.name !== 'login' || isRecentEnough(user, interaction, parts.now()))) {
    return serveSignIn(parts, request, response, `/oauth/interaction/${interaction.uid}`);
  }
  const finish = (result: Parameters<Provider['interactionFinished']>[2]) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  if (prompt.name === 'login') {
    const ts = Math.floor(user.signedInAt / 1000);
    return finish({ login: { accountId: user.userId, ts, remember: false } });
  }
  if (request.method === 'GET')
    return show(response, 200, await showConsent(parts, provider, interaction, user.userId));
  if (isForeign(request, parts.issuer)) return show(response, 403, notFromHere);
  const form = await readForm(request);
  return finish(await decide(parts, provider, interaction, user.userId, form.get('decision')));
}
