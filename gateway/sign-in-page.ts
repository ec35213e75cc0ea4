import type { FastifyInstance } from 'fastify';
import { SIGN_IN, SIGN_IN_FORM } from './sign-in-form.ts';
import { COMMON, frame, STYLE } from './sign-in-frame.ts';

const CONFIRM_EMAIL_FORM = `<form>
<button class="primary">Use this address</button>
</form>`;

const INVITATION_FORM = `<form>
<label>Your name <input name="person" autocomplete="name"></label>
<label>Your handle <input name="handle" autocomplete="username"></label>
<button value="new">Open an account and join</button>
<button value="own">Join with the account I am signed in with</button>
</form>`;

const CONFIRM_EMAIL = `${COMMON}
onSubmit(document.querySelector('form'), async () => {
  const result = await ask('confirmEmailChange', 'ConfirmEmailChangeInput', { token }, \`... on EmailChanged { user { email } } \${PROBLEM}\`);
  if (result.__typename !== 'EmailChanged') throw new Error(result.message);
  finish(\`Your address is \${result.user.email} now.\`);
});
`;

const INVITATION = `${COMMON}
const form = document.querySelector('form');
const invitationId = details.get('invitation') ?? '';

async function signUp() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const input = { invitationId, token, name: form.person.value, handle: form.handle.value, timeZone };
  const result = await ask('signUpByInvitation', 'SignUpByInvitationInput', input, \`... on SignedUp { user { handle } } \${PROBLEM}\`);
  if (result.__typename !== 'SignedUp') throw new Error(result.message);
  finish(\`You have joined as \${result.user.handle}. Sign in with the address that was invited.\`);
}

async function join() {
  const result = await ask('acceptInvitation', 'AcceptInvitationInput', { invitationId }, PROBLEM);
  if (result.message) throw new Error(result.message);
  finish('You have joined.');
}

onSubmit(form, how => (how === 'new' ? signUp() : join()));
`;

const files = {
  '/sign-in': frame('Sign in to Almanac', '/sign-in.js', SIGN_IN_FORM),
  '/confirm-email': frame('Your new address', '/confirm-email.js', CONFIRM_EMAIL_FORM),
  '/invitation': frame('You are invited', '/invitation.js', INVITATION_FORM),
  '/sign-in.css': STYLE,
  '/sign-in.js': SIGN_IN,
  '/confirm-email.js': CONFIRM_EMAIL,
  '/invitation.js': INVITATION,
};

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/** Serves `/sign-in`, `/confirm-email` and `/invitation`, for deployments whose own pages do not do it. */
export function serveSignInPages(app: FastifyInstance): void {
  for (const [path, content] of Object.entries(files)) {
    const [, ending = ''] = path.split('.');
    const type = types[ending] ?? 'text/html';
    app.get(path, async (_request, reply) =>
      reply.header('cache-control', 'no-store').type(`${type}; charset=utf-8`).send(content),
    );
  }
}
