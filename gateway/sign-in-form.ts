import { COMMON } from './sign-in-frame.ts';

/** What somebody without a link sees, what the reader of one sees, and what follows. */
export const SIGN_IN_FORM = `<form id="mail" hidden>
<label>E-mail address <input name="email" type="email" autocomplete="email" spellcheck="false" maxlength="254" required></label>
<button class="primary">Mail me a link</button>
</form>
<section id="others" aria-label="Other ways to sign in" hidden>
<div id="providers"></div>
<form id="organization">
<h2>With your organization</h2>
<label>Handle of your organization <input name="handle" autocomplete="organization" autocapitalize="none" spellcheck="false" maxlength="39" required></label>
<button>Find it</button>
</form>
<div id="connections"></div>
</section>
<form id="link" hidden>
<p>You have opened a link from a mail. Press the button to go on.</p>
<button class="primary">Sign in</button>
</form>
<form id="code" hidden>
<label>Code of your authenticator, or a recovery code <input name="code" autocomplete="one-time-code" spellcheck="false" required></label>
<button class="primary">Sign in</button>
</form>
<form id="leave" hidden>
<button>Sign out</button>
</form>`;

export const SIGN_IN = `${COMMON}
const part = id => document.getElementById(id);
const SESSION = '... on SignedIn { sessionToken user { handle } }';
const names = { GOOGLE: 'Google', MICROSOFT: 'Microsoft', APPLE: 'Apple' };
let pendingToken = null;

function show(...ids) {
  for (const id of ['mail', 'others', 'link', 'code', 'leave']) part(id).hidden = !ids.includes(id);
  document.querySelector('form:not([hidden]) input')?.focus();
}

function button(label, wanted) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', () =>
    attempt(async () => {
      const { url } = await ask('startFederatedSignIn', 'StartFederatedSignInInput', wanted, '... on FederatedSignInStarted { url }');
      location.assign(url);
    }),
  );
  return made;
}

const OPTIONS = \`query Options($organizationHandle: String) {
  signInOptions(organizationHandle: $organizationHandle) { providers connections { id name } }
}\`;
const optionsOf = async organizationHandle => (await graph(OPTIONS, { organizationHandle })).signInOptions;

async function findOrganization() {
  const handle = part('organization').handle.value;
  const { connections } = await optionsOf(handle);
  // Whose it is, too: an organization may call its provider what it likes.
  const buttons = connections.map(({ id, name }) => button(\`Continue with \${name} of \${handle}\`, { connectionId: id }));
  part('connections').replaceChildren(...buttons);
  if (buttons.length === 0) throw new Error('No organization with this handle has a way to sign in of its own.');
  buttons[0].focus();
}

/** For whoever has no link, or one that is over. */
async function offer() {
  show('mail', 'others');
  const { providers } = await optionsOf(null);
  part('providers').replaceChildren(
    ...providers.map(provider => button(\`Continue with \${names[provider] ?? provider}\`, { provider })),
  );
  const wanted = new URLSearchParams(location.search).get('organization');
  if (!wanted || part('organization').handle.value) return;
  part('organization').handle.value = wanted;
  await findOrganization();
}

async function arrive(result) {
  if (result.__typename === 'SecondFactorRequired') {
    pendingToken = result.pendingToken;
    return show('code');
  }
  if (result.__typename === 'SsoRequired') {
    show();
    status.textContent = \`Your organization has you sign in by \${result.connectionName}.\`;
    return location.assign(result.url);
  }
  if (result.__typename !== 'SignedIn') {
    // Of a link that is over, or of too many codes, only another link helps.
    if (result.__typename !== 'CodeInvalid') await offer();
    throw new Error(result.message);
  }
  const kept = await post('/session', { sessionToken: result.sessionToken });
  if (!kept.ok) throw new Error('The browser could not keep the session.');
  show('leave');
  status.textContent = \`You are signed in as \${result.user.handle}.\`;
}

onSubmit(part('mail'), async () => {
  const email = part('mail').email.value;
  await ask('requestMagicLink', 'RequestMagicLinkInput', { email }, 'sent');
  show();
  status.textContent = \`Look into the mail of \${email}: a link is on its way. It works once, for 15 minutes.\`;
});
onSubmit(part('organization'), findOrganization);
onSubmit(part('link'), async () => {
  const more = '... on SecondFactorRequired { pendingToken } ... on SsoRequired { url connectionName }';
  await arrive(await ask('signIn', 'SignInInput', { token }, \`\${SESSION} \${more} \${PROBLEM}\`));
});
onSubmit(part('code'), async () => {
  const input = { pendingToken, code: part('code').code.value };
  await arrive(await ask('completeSignIn', 'CompleteSignInInput', input, \`\${SESSION} \${PROBLEM}\`));
});
onSubmit(part('leave'), async () => {
  const { ok } = await fetch('/session', { method: 'DELETE' });
  if (!ok) throw new Error('The session could not be ended. Try again.');
  await offer();
  status.textContent = 'You are signed out.';
});

// A link in a mail that is opened while the page is there changes nothing but what follows the #.
addEventListener('hashchange', () => location.reload());
if (token) show('link');
else attempt(offer);
`;
