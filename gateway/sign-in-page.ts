import type { FastifyInstance } from 'fastify';

/**
 * Where the links of mails lead. Opening one does nothing, as programs open links before people do: a person presses
 * the button. The token stands behind the `#`, which browsers keep to themselves.
 */
const page = (title: string, script: string, form: string) => `<!doctype html>
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
${form}
</form>
<p role="status"></p>
</main>
<script type="module" src="${script}"></script>
</body>
</html>
`;

const SIGN_IN_FORM = `<label hidden>Code of your authenticator, or a recovery code <input name="code" autocomplete="one-time-code"></label>
<button>Sign in</button>`;

const INVITATION_FORM = `<label>Your name <input name="person" autocomplete="name"></label>
<label>Your handle <input name="handle" autocomplete="username"></label>
<button value="new">Open an account and join</button>
<button value="own">Join with the account I am signed in with</button>`;

/** What all pages do: ask the graph, say how it went. */
const COMMON = `
const form = document.querySelector('form');
const status = document.querySelector('[role=status]');
const details = new URLSearchParams(location.hash.slice(1));
const token = details.get('token') ?? '';
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
      await work(event.submitter.value);
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
const label = document.querySelector('label');
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

const INVITATION = `${COMMON}
const invitationId = details.get('invitation') ?? '';

async function signUp() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const input = { invitationId, token, name: form.person.value, handle: form.handle.value, timeZone };
  const result = await ask('signUpByInvitation', 'SignUpByInvitationInput', input, '... on SignedUp { user { handle } }');
  if (result.__typename !== 'SignedUp') throw new Error(result.message);
  finish(\`You have joined as \${result.user.handle}. Sign in with the address that was invited.\`);
}

async function join() {
  const result = await ask('acceptInvitation', 'AcceptInvitationInput', { invitationId }, '');
  if (result.message) throw new Error(result.message);
  finish('You have joined.');
}

onSubmit(how => (how === 'new' ? signUp() : join()));
`;

const files = {
  '/sign-in': page('Sign in to Almanac', '/sign-in.js', SIGN_IN_FORM),
  '/confirm-email': page('Your new address', '/confirm-email.js', '<button>Use this address</button>'),
  '/invitation': page('You are invited', '/invitation.js', INVITATION_FORM),
  '/sign-in.js': SIGN_IN,
  '/confirm-email.js': CONFIRM_EMAIL,
  '/invitation.js': INVITATION,
};

/** Serves `/sign-in`, `/confirm-email` and `/invitation`, for deployments whose own pages do not do it. */
export function serveSignInPages(app: FastifyInstance): void {
  for (const [path, content] of Object.entries(files)) {
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    app.get(path, async (_request, reply) =>
      reply.header('cache-control', 'no-store').type(`${type}; charset=utf-8`).send(content),
    );
  }
}
