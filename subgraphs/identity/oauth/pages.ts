import { createHash } from 'node:crypto';
import type { KoaContextWithOIDC } from 'oidc-provider';

const style = `body{font:1.125rem/1.5 system-ui,sans-serif;color:#1c1c1c;background:#fff;max-width:34rem;margin:3rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25}code{overflow-wrap:anywhere}
button,a.button,input{font:inherit;display:inline-block;min-height:2.75rem;padding:.5rem 1.25rem;margin:.5rem .5rem 0 0;border:2px solid #1c4fa0;border-radius:.375rem;background:#fff;color:#1c4fa0;cursor:pointer;text-decoration:none}
button.primary,a.button{background:#1c4fa0;color:#fff}:focus-visible{outline:3px solid #b35900;outline-offset:2px}
@media (prefers-color-scheme:dark){a{color:#9cc2ff}input,body{color:#eee;background:#161616}button{background:#161616;color:#9cc2ff;border-color:#9cc2ff}button.primary,a.button{background:#9cc2ff;color:#10131a;border-color:#9cc2ff}}`;

const styleHash = createHash('sha256').update(style).digest('base64');

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, character => ENTITIES[character] ?? '');

/** A page without script, with its one style sheet named by hash, that no other page can frame. */
export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** `formAction`: where a form may lead, redirects that follow it included: browsers check those too. */
export function page(title: string, main: string, formAction = "'none'"): Page {
  return {
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${main}
</main>
</body>
</html>
`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        `style-src 'sha256-${styleHash}'`,
        `form-action ${formAction}`,
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    },
  };
}

/** What scopes mean in words; a scope of the graph is described where it is declared. */
const IDENTITY: Record<string, string> = {
  openid: 'Know who you are.',
  profile: 'See your name, handle, picture, language and time zone.',
  email: 'See your e-mail address.',
  offline_access: 'Stay connected while you are away.',
};

interface Consent {
  client: string;
  user: { name: string; email: string };
  scopes: readonly { name: string; description: string }[];
  action: string;
  redirectUri: string;
}

export const describeScope = (name: string, description: string | undefined) => ({
  name,
  description: IDENTITY[name] ?? description ?? name,
});

export function consentPage({ client, user, scopes, action, redirectUri }: Consent): Page {
  const { origin } = new URL(redirectUri);
  const list = scopes
    .map(
      ({ name, description }) =>
        `<li>${escapeHtml(description)} <small><code>${escapeHtml(name)}</code></small></li>`,
    )
    .join('\n');
  return page(
    `Allow ${client} to use your account?`,
    `<p>You are signed in as <strong>${escapeHtml(user.name)}</strong> (${escapeHtml(user.email)}).</p>
<p id="what"><strong>${escapeHtml(client)}</strong> asks to:</p>
<ul aria-labelledby="what">
${list}
</ul>
<p>You will be sent to <code>${escapeHtml(origin)}</code>. You can take this back at any time.</p>
<form method="post" action="${escapeHtml(action)}">
<button class="primary" type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button>
</form>`,
    `'self' ${origin}`,
  );
}

/** Asks for an address; the link that is mailed there opens a session in this browser. */
export function signInPage(action: string): Page {
  return page(
    'Sign in to continue',
    `<p>An application asks for access to your Almanac account. Sign in, then decide.</p>
<form method="post" action="${escapeHtml(action)}">
<p><label for="email">E-mail address</label><br>
<input id="email" name="email" type="email" autocomplete="email" required></p>
<button class="primary" type="submit">Mail me a link</button>
</form>
<p>Signed in already? <a href="${escapeHtml(action)}">Continue</a></p>`,
    "'self'",
  );
}

/** The same whether or not there is an account. */
export function mailedPage(action: string): Page {
  return page(
    'Look into your mail',
    `<p role="status">If the address has an account, a link is on its way. Open it in this browser, then come back here.</p>
<p><a class="button" href="${escapeHtml(action)}">Continue</a></p>`,
  );
}

export function messagePage(title: string, message: string): Page {
  return page(title, `<p>${escapeHtml(message)}</p>`);
}

/** What goes wrong before it is known that the browser may be sent back to the client stays with us. */
export function renderErrorPage(
  ctx: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
): void {
  const shown = page(
    'This request cannot be served',
    `<p>${escapeHtml(out.error_description ?? 'The application sent a request that is not valid.')}</p>
<p>Code: <code>${escapeHtml(out.error)}</code></p>`,
  );
  for (const [name, value] of Object.entries(shown.headers)) ctx.set(name, value);
  ctx.body = shown.html;
}
