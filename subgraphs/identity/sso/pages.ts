import { escapeHtml, messagePage, type Page, page } from '../oauth/pages.ts';

export const overPage = messagePage(
  'This sign-in is over',
  'It took too long, was begun in another browser, or was used already. Start again.',
);

/** What exactly was wrong is in the log: it would tell a forger more than it tells a user. */
export const refusedPage = messagePage(
  'The sign-in did not work',
  'The identity provider did not say who you are in a way that can be trusted. Start again.',
);

export const notFromHerePage = messagePage('Not from here', 'The form was sent by another page.');

export function signedInPage(name: string): Page {
  return messagePage('You are signed in', `You are signed in as ${name}.`);
}

export const linkedPage = messagePage('Linked', 'From now on you can sign in this way.');

export const takenPage = messagePage(
  'Not linked',
  'Another account is linked with this identity. Unlink it there first.',
);

export const otherUserPage = messagePage(
  'Not linked',
  'Not the account that asked for it is signed in here. Sign in with that one and start again.',
);

const hidden = (name: string, value: string) =>
  `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;

export function codePage(pendingToken: string, problem = ''): Page {
  return page(
    'Code of your authenticator',
    `<form method="post" action="/sso/code">
${hidden('pendingToken', pendingToken)}
<p><label for="code">Code, or a recovery code</label><br>
<input id="code" name="code" autocomplete="one-time-code" required autofocus></p>
<button class="primary" type="submit">Sign in</button>
</form>
<p role="status">${escapeHtml(problem)}</p>`,
    "'self'",
  );
}

/** Nobody is signed in, and the identity is new here: whoever reads the mail of its address may say who it is. */
export function whoAreYouPage(token: string, source: string, email: string): Page {
  return page(
    'Whose account is it?',
    `<p><strong>${escapeHtml(source)}</strong> says that you are ${escapeHtml(email)}. Nobody here signs in that way yet.
We mail you a link: open it in this browser and come back here. An account is made where you have none.</p>
<form method="post" action="/sso/link">
${hidden('token', token)}
<button class="primary" type="submit" name="decision" value="mail">Mail me a link</button>
</form>
<p>Signed in already? <a href="/sso/link?token=${encodeURIComponent(token)}">Continue</a></p>`,
    "'self'",
  );
}

export function mailedLinkPage(token: string): Page {
  return page(
    'Look into your mail',
    `<p role="status">A link is on its way. Open it in this browser, then come back here.</p>
<p><a class="button" href="/sso/link?token=${encodeURIComponent(token)}">Continue</a></p>`,
  );
}

interface Question {
  token: string;
  source: string;
  identity: string;
  user: { name: string; email: string };
}

export function confirmLinkPage({ token, source, identity, user }: Question): Page {
  return page(
    `Let ${source} sign you in?`,
    `<p>You are signed in as <strong>${escapeHtml(user.name)}</strong> (${escapeHtml(user.email)}).</p>
<p>From now on, whoever <strong>${escapeHtml(source)}</strong> calls ${escapeHtml(identity)} would be let into this account.</p>
<form method="post" action="/sso/link">
${hidden('token', token)}
<button class="primary" type="submit" name="decision" value="link">Link</button>
</form>
<p>If you did not ask for this, close this page.</p>`,
    "'self'",
  );
}

export const unprovenPage = messagePage(
  'This account is not linked yet',
  'Sign in to your account by mail, and link this way of signing in from there.',
);
