import type { FastifyInstance } from 'fastify';

/**
 * Where the links of mails lead. Opening one does nothing, as programs open links before people do: a person presses
 * the button. The token stands behind the `#`, which browsers keep to themselves.
 */
const page = (title: string, button: string, script: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<body>
<main>
<h1>${title}</h1>
<form>
<label hidden>Code of your authenticator, or a recovery code <input name="code" autocomplete="one-time-code"></label>
<button>${button}</button>
</form>
<p role="status"></p>
</main>
<script type="module" src="${script}"></script>
</body>
</html>
`;

/** What both pages do: ask the graph, say how it went. */
const COMMON = `
const form = document.querySelector('form');
const label = document.querySelector('label');
const status = document.querySelector('[role=status]');
const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
// Neither the history nor a copied address shall hold it.
history.replaceState(null, '', location.pathname);

const post = (path, body) =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function ask(field, type, input, selection) {
  const query = \`mutation Ask($input: \${type}!) {
    outcome: \${field}(input: $input) { __typename \${selection} ... on Problem { message } }
  }\`;
  const { data, errors } = await (await post('/graphql', { query, variables: { input } })).json();
  if (errors) throw new Error(errors[0].message);
  return data.outcome;
}

function onSubmit(work) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    status.textContent = '';
    try {
      await work();
    } catch (error) {
      status.textContent = error.message;
    }
  });
}

function finish(text) {
  form.hidden = true;
  status.textContent = text;
}
`;

const SIGN_IN = `${COMMON}
let pendingToken = null;
const session = '... on SignedIn { sessionToken user { handle } }';
const signIn = () =>
  ask('signIn', 'SignInInput', { token }, \`\${session} ... on SecondFactorRequired { pendingToken }\`);
const complete = () =>
  ask('completeSignIn', 'CompleteSignInInput', { pendingToken, code: form.code.value }, session);

onSubmit(async () => {
  const result = await (pendingToken ? complete() : signIn());
  if (result.__typename === 'SecondFactorRequired') {
    pendingToken = result.pendingToken;
    label.hidden = false;
    form.code.focus();
    return;
  }
  if (result.__typename !== 'SignedIn') throw new Error(result.message);
  const kept = await post('/session', { sessionToken: result.sessionToken });
  if (!kept.ok) throw new Error('The browser could not keep the session.');
  finish(\`You are signed in as \${result.user.handle}.\`);
});
`;

const CONFIRM_EMAIL = `${COMMON}
onSubmit(async () => {
  const result = await ask('confirmEmailChange', 'ConfirmEmailChangeInput', { token }, '... on EmailChanged { user { email } }');
  if (result.__typename !== 'EmailChanged') throw new Error(result.message);
  finish(\`Your address is \${result.user.email} now.\`);
});
`;

const files = {
  '/sign-in': page('Sign in to Almanac', 'Sign in', '/sign-in.js'),
  '/confirm-email': page('Your new address', 'Use this address', '/confirm-email.js'),
  '/sign-in.js': SIGN_IN,
  '/confirm-email.js': CONFIRM_EMAIL,
};

/** Serves `/sign-in` and `/confirm-email`, for deployments whose own pages do not do it. */
export function serveSignInPages(app: FastifyInstance): void {
  for (const [path, content] of Object.entries(files)) {
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    app.get(path, async (_request, reply) =>
      reply.header('cache-control', 'no-store').type(`${type}; charset=utf-8`).send(content),
    );
  }
}
