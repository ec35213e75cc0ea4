import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { apiKey } from './api-key.ts';
import { ask } from './http.ts';
import { useStore } from './store.ts';

type Status =
  | { kind: 'none' | 'checking' }
  /** Identity knows the key. */
  | { kind: 'known'; name: string }
  | { kind: 'limited' | 'refused'; message: string };

/** Nobody wants to be told that half a key is wrong. */
const TYPING_PAUSE_MS = 400;

/** Anything else cannot be sent in a header. */
const SENDABLE = /^[\x21-\x7e]*$/;

async function check(key: string): Promise<Status> {
  if (!SENDABLE.test(key)) {
    return { kind: 'refused', message: 'A key consists of letters, digits and underscores, without spaces.' };
  }
  const { data, errors } = await ask({ query: '{ me { name } }' });
  const { name } = (data?.['me'] ?? {}) as { name?: string };
  if (name) return { kind: 'known', name };
  const [error] = errors ?? [];
  const message = error?.message ?? 'The key could not be checked.';
  // A key without PROFILE_READ is good for other things.
  return { kind: error?.extensions?.code === 'FORBIDDEN' ? 'limited' : 'refused', message };
}

function useStatus(key: string): Status {
  const [status, setStatus] = useState<Status>({ kind: 'none' });
  useEffect(() => {
    let isCurrent = true;
    setStatus({ kind: key ? 'checking' : 'none' });
    if (key) void check(key).then(found => isCurrent && setStatus(found));
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return status;
}

function textOf(status: Status): string {
  switch (status.kind) {
    case 'none':
      return 'Not signed in. The booking page’s examples need no key.';
    case 'checking':
      return 'Checking the key …';
    case 'known':
      return `Signed in as ${status.name}`;
    case 'limited':
      return `The key works, within limits: ${status.message}`;
    case 'refused':
      return status.message;
  }
}

/** Where the API key is entered, with a word on whether it works. */
export function KeyBar() {
  const key = useStore(apiKey);
  const [draft, setDraft] = useState(key);
  const [isVisible, setIsVisible] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const status = useStatus(key);

  useEffect(() => {
    const timer = setTimeout(() => apiKey.set(draft.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  function apply(event?: FormEvent) {
    event?.preventDefault();
    apiKey.set(draft.trim());
  }
  function clear() {
    setDraft('');
    apiKey.set('');
    input.current?.focus();
  }

  return (
    <form className="key-bar" onSubmit={apply} autoComplete="off">
      <label htmlFor={id}>API key</label>
      <span className="key-field">
        <input
          ref={input}
          id={id}
          type={isVisible ? 'text' : 'password'}
          value={draft}
          placeholder="alm_test_…"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-status`}
          aria-invalid={status.kind === 'refused'}
          onChange={event => setDraft(event.target.value)}
          onBlur={() => apply()}
        />
        <button
          type="button"
          className="plain-button"
          aria-pressed={isVisible}
          aria-label={isVisible ? 'Hide the API key' : 'Show the API key'}
          onClick={() => setIsVisible(!isVisible)}
        >
          {isVisible ? 'Hide' : 'Show'}
        </button>
        <button
          type="button"
          className="plain-button"
          disabled={draft === ''}
          aria-label="Clear the API key"
          onClick={clear}
        >
          Clear
        </button>
      </span>
      <output id={`${id}-status`} className={`key-status key-${status.kind}`}>
        <span className="dot" aria-hidden="true" />
        {textOf(status)}
      </output>
    </form>
  );
}
