import type { FastifyInstance } from 'fastify';

/**
 * Where the link of a mail leads. Opening it does nothing, as programs open links before people do: a person presses
 * the button. The token stands behind the `#`, which browsers keep to themselves.
 */
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Sign in to Almanac</title>
<body>
<main>
<h1>Sign in to Almanac</h1>
<form>
<label hidden>Code of your authenticator, or a recovery code <input name="code" autocomplete="one-time-code"></label>
<button>Sign in</button>
</form>
<p role="status"></p>
</main>
<script src="/sign-in.js"></script>
</body>
</html>
`;

const SCRIPT = `const form = document.querySelector('form');
const label = document.querySelector('label');
const status = document.querySelector('[role=status]');
const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
history.replaceState(null, '', location.pathname);
let pendingToken = null;

const post = (path, body) =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const outcome = '__typename ... on SignedIn { sessionToken user { handle } } ... on Problem { message }';

async function ask(field, type, input) {
  const query = \`mutation SignIn($input: \${type}!) { outcome: \${field}(input: $input) { \${outcome} } }\`;
  const { data, errors } = await (await post('/graphql', { query, variables: { input } })).json();
  if (errors) throw new Error(errors[0].message);
  return data.outcome;
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  status.textContent = '';
  try {
    const result = await ask('signIn', 'SignInInput', { token });
    if (result.__typename !== 'SignedIn') throw new Error(result.message);
    const kept = await post('/session', { sessionToken: result.sessionToken });
    if (!kept.ok) throw new Error('The browser could not keep the session.');
    form.hidden = true;
    status.textContent = \`You are signed in as \${result.user.handle}.\`;
  } catch (error) {
    status.textContent = error.message;
  }
});
`;

/** Serves `/sign-in`, for deployments whose own pages do not do it. */
export function serveSignInPage(app: FastifyInstance): void {
  app.get('/sign-in', async (_request, reply) =>
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(PAGE),
  );
  app.get('/sign-in.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(SCRIPT),
  );
}
