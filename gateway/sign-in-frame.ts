/** What the pages around signing in have in common. They need nothing from elsewhere and no framework. */

export const STYLE = `body{font:1.125rem/1.5 system-ui,sans-serif;color:#1c1c1c;background:#fff;max-width:34rem;margin:3rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25}
h2{font-size:1.125rem;margin:2rem 0 0}
label{display:block;margin-top:.75rem}
label input{display:block;box-sizing:border-box;width:100%}
button,input{font:inherit;min-height:2.75rem;padding:.5rem 1rem;margin-top:.25rem;border:2px solid #1c4fa0;border-radius:.375rem;background:#fff;color:#1c4fa0}
input{color:inherit}
button{cursor:pointer;margin:.75rem .5rem 0 0}
button.primary{background:#1c4fa0;color:#fff}
button:disabled{opacity:.6;cursor:progress}
:focus-visible{outline:3px solid #b35900;outline-offset:2px}
[hidden]{display:none}
[role=alert]:not(:empty){border-left:.25rem solid #b3261e;padding-left:.75rem}
@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#9cc2ff}
button,input{background:#161616;color:#9cc2ff;border-color:#9cc2ff}input{color:#eee}
button.primary{background:#9cc2ff;color:#10131a}}
`;

/**
 * Where the links of mails lead. Opening one does nothing, as programs open links before people do: a person presses
 * the button. The token stands behind the `#`, which browsers keep to themselves.
 */
export const frame = (title: string, script: string, content: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sign-in.css">
<title>${title}</title>
<body>
<main>
<h1>${title}</h1>
<noscript><p>This page needs JavaScript: what a link holds is handed over by it, so that no log keeps it.</p></noscript>
<p role="alert"></p>
<p role="status"></p>
${content}
</main>
<script type="module" src="${script}"></script>
</body>
</html>
`;

/** What all pages do: ask the graph, say how it went. */
export const COMMON = `
const status = document.querySelector('[role=status]');
const alert = document.querySelector('[role=alert]');
const details = new URLSearchParams(location.hash.slice(1));
const token = details.get('token') ?? '';
// Neither the history nor a copied address shall hold it.
history.replaceState(null, '', location.pathname + location.search);

const PROBLEM = '... on Problem { message }';

async function post(path, body) {
  try {
    return await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  } catch {
    throw new Error('The server cannot be reached. Check your connection and try again.');
  }
}

async function graph(query, variables) {
  const response = await post('/graphql', { query, variables });
  const { data, errors } = await response.json().catch(() => ({ errors: [{ message: 'The server does not answer. Try again later.' }] }));
  if (errors) throw new Error(errors[0].message);
  return data;
}

async function ask(field, type, input, selection) {
  const query = \`mutation Ask($input: \${type}!) {
    outcome: \${field}(input: $input) { __typename \${selection} }
  }\`;
  return (await graph(query, { input })).outcome;
}

async function attempt(work) {
  status.textContent = '';
  alert.textContent = '';
  const buttons = [...document.querySelectorAll('button')];
  for (const button of buttons) button.disabled = true;
  try {
    await work();
  } catch (error) {
    alert.textContent = error.message;
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

function onSubmit(form, work) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    attempt(() => work(event.submitter?.value));
  });
}

function finish(text) {
  for (const part of document.querySelectorAll('form, section')) part.hidden = true;
  status.textContent = text;
}
`;
