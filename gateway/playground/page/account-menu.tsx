import { type FormEvent, useEffect, useId, useState } from 'react';
import {
  type Account,
  account,
  type CredentialFacts,
  checkAccount,
  demoKeys,
  endSession,
} from './account.ts';
import { apiKey } from './api-key.ts';
import { hasDemoKeys } from './site.ts';
import { useStore } from './store.ts';

/** Nobody wants to be told that half a key is wrong. */
const TYPING_PAUSE_MS = 400;

const demoPeople = { ada: 'Ada', grace: 'Grace', katherine: 'Katherine' } as const;

const kindNames = { key: 'API key', token: 'Access token', session: 'Session of this browser' } as const;

function shortText(found: Account): string {
  switch (found.kind) {
    case 'none':
      return 'Sign in';
    case 'checking':
      return 'Checking …';
    case 'known':
      return found.name;
    case 'limited':
      return 'Signed in';
    case 'refused':
      return 'Not accepted';
  }
}

function longText(found: Account): string {
  switch (found.kind) {
    case 'none':
      return 'Not signed in. The booking page’s examples need no key.';
    case 'checking':
      return 'Checking the credential …';
    case 'known':
      return `Signed in as ${found.name}`;
    case 'limited':
      return `The credential works, within limits: ${found.message}`;
    case 'refused':
      return `The credential is refused: ${found.message}`;
  }
}

function expiryText(expiresAt: string | null): string {
  if (expiresAt === null) return 'never';
  return new Date(expiresAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

function Facts({ credential }: { credential: CredentialFacts }) {
  const { by, label, scopes, expiresAt } = credential;
  return (
    <dl className="account-facts">
      <dt>By</dt>
      <dd>
        {kindNames[by]}
        {label && ` “${label}”`}
      </dd>
      {expiresAt !== undefined && (
        <>
          <dt>Expires</dt>
          <dd>{expiryText(expiresAt)}</dd>
        </>
      )}
      {scopes && (
        <>
          <dt>Scopes</dt>
          <dd className="account-scopes">
            {scopes.map(scope => (
              <code key={scope}>{scope}</code>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function KeyForm({ isRefused, statusId }: { isRefused: boolean; statusId: string }) {
  const key = useStore(apiKey);
  const [draft, setDraft] = useState(key);
  const [isVisible, setIsVisible] = useState(false);
  const id = useId();
  // Others set the key too.
  useEffect(() => setDraft(key), [key]);
  useEffect(() => {
    const timer = setTimeout(() => apiKey.set(draft.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  function apply(event: FormEvent) {
    event.preventDefault();
    apiKey.set(draft.trim());
  }
  return (
    <form onSubmit={apply} autoComplete="off">
      <label htmlFor={id}>API key or access token</label>
      <span className="key-field">
        <input
          id={id}
          type={isVisible ? 'text' : 'password'}
          value={draft}
          placeholder="alm_… or a token"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={statusId}
          aria-invalid={isRefused}
          onChange={event => setDraft(event.target.value)}
        />
        <button
          type="button"
          className="plain-button"
          aria-pressed={isVisible}
          aria-label={isVisible ? 'Hide the credential' : 'Show the credential'}
          onClick={() => setIsVisible(!isVisible)}
        >
          {isVisible ? 'Hide' : 'Show'}
        </button>
        <button
          type="button"
          className="plain-button"
          disabled={key === ''}
          aria-label="Forget the credential"
          onClick={() => apiKey.set('')}
        >
          Forget
        </button>
      </span>
      <p className="soft">Kept in this tab until it is closed, and sent to this server only.</p>
    </form>
  );
}

function DemoPeople() {
  const [problem, setProblem] = useState('');
  async function signIn(handle: string) {
    const key = (await demoKeys())[handle];
    setProblem(key ? '' : 'The keys of the demo are only told in a browser on its own machine.');
    if (key) apiKey.set(key);
  }
  return (
    <fieldset className="demo-people">
      <legend>Or be somebody of the demo</legend>
      {Object.entries(demoPeople).map(([handle, name]) => (
        <button key={handle} type="button" className="soft-button" onClick={() => void signIn(handle)}>
          {name}
        </button>
      ))}
      {problem && <p className="bad">{problem}</p>}
    </fieldset>
  );
}

function SessionPart({ found }: { found: Account }) {
  const [problem, setProblem] = useState<string | null>(null);
  if (found.kind === 'known' && found.credential.by === 'session') {
    return (
      <p>
        <button
          type="button"
          className="soft-button"
          onClick={() => void endSession().then(message => setProblem(message))}
        >
          Sign out
        </button>
        {problem && <span className="bad"> {problem}</span>}
      </p>
    );
  }
  return (
    <p className="soft">
      A session of this browser counts as well: <a href="/sign-in">sign in</a>.
    </p>
  );
}

/** Says who is asking, and lets one be somebody else. */
export function AccountMenu() {
  const found = useStore(account);
  const id = useId();
  const credential = 'credential' in found ? found.credential : null;
  useEffect(() => void checkAccount(), []);
  return (
    <div className="account">
      <button type="button" className={`header-button account-${found.kind}`} popoverTarget={`${id}-menu`}>
        <span className="dot" aria-hidden="true" />
        {shortText(found)}
      </button>
      <div
        id={`${id}-menu`}
        className="account-menu"
        popover="auto"
        role="dialog"
        aria-label="Who is asking"
        // Somebody may have signed in or out in another tab.
        onToggle={event => {
          if (event.newState === 'open' && !apiKey.get()) void checkAccount();
        }}
      >
        <output id={`${id}-status`} className={`account-status account-${found.kind}`}>
          <span className="dot" aria-hidden="true" />
          {longText(found)}
        </output>
        {credential && <Facts credential={credential} />}
        <KeyForm isRefused={found.kind === 'refused'} statusId={`${id}-status`} />
        {hasDemoKeys && <DemoPeople />}
        <SessionPart found={found} />
      </div>
    </div>
  );
}
