import { apiKey } from './api-key.ts';
import { ask } from './http.ts';
import { ACCOUNT_URL, hasSession } from './site.ts';
import { createStore } from './store.ts';

/** What a credential is, as far as it may be read. */
export interface CredentialFacts {
  by: 'key' | 'token' | 'session';
  /** What its user calls a key. */
  label?: string;
  /** Left out where they are not told: a session may do everything. */
  scopes?: readonly string[];
  /** null: it lasts. */
  expiresAt?: string | null;
}

export type Account =
  | { kind: 'none' | 'checking' }
  | { kind: 'known'; name: string; handle: string; credential: CredentialFacts }
  /** It works, for less than saying whose it is. */
  | { kind: 'limited'; message: string; credential: CredentialFacts }
  | { kind: 'refused'; message: string };

/** Who the graph takes the visitor for. */
export const account = createStore<Account>({ kind: 'none' });

/** Anything else cannot be sent in a header. */
const SENDABLE = /^[\x21-\x7e]*$/;

const WHO = `query Playground {
  me { name handle }
  apiKeys(first: 100) { nodes { name prefix last4 scopes expiresAt revokedAt } }
  sessions(first: 100) { nodes { isCurrent expiresAt } }
}`;

interface KeyRow {
  name: string;
  prefix: string;
  last4: string;
  scopes: string[];
  expiresAt: string | null;
  revokedAt: string | null;
}

interface Who {
  me: { name: string; handle: string };
  apiKeys: { nodes: KeyRow[] };
  sessions: { nodes: { isCurrent: boolean; expiresAt: string }[] };
}

/** What an access token says of itself: it is a JWT. */
function factsInToken(token: string): CredentialFacts | null {
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), char =>
      char.charCodeAt(0),
    );
    const { scope = '', exp } = JSON.parse(new TextDecoder().decode(bytes)) as {
      scope?: string;
      exp?: number;
    };
    const expiresAt = exp === undefined ? null : new Date(exp * 1_000).toISOString();
    return { by: 'token', scopes: scope.split(' ').filter(Boolean), expiresAt };
  } catch {
    return null;
  }
}

function factsOf(key: string, { apiKeys, sessions }: Who): CredentialFacts {
  const session = sessions.nodes.find(({ isCurrent }) => isCurrent);
  if (session) return { by: 'session', expiresAt: session.expiresAt };
  const own = apiKeys.nodes.find(
    ({ prefix, last4, revokedAt }) => !revokedAt && key.startsWith(prefix) && key.endsWith(last4),
  );
  if (own) return { by: 'key', label: own.name, scopes: own.scopes, expiresAt: own.expiresAt };
  return factsInToken(key) ?? { by: 'key' };
}

let mayHaveSession = hasSession;

async function check(key: string): Promise<Account> {
  if (!SENDABLE.test(key)) {
    const message = 'A credential consists of letters, digits, dots and underscores, without spaces.';
    return { kind: 'refused', message };
  }
  if (!key && !mayHaveSession) return { kind: 'none' };
  const { result } = await ask({ query: WHO }, key ? { authorization: `Bearer ${key}` } : {}, ACCOUNT_URL);
  const who = result.data as Who | null | undefined;
  if (who?.me) return { kind: 'known', ...who.me, credential: factsOf(key, who) };
  const [error] = result.errors ?? [];
  const code = error?.extensions?.code;
  // The cookie's session is over.
  if (!key && (code === 'UNAUTHENTICATED' || code?.startsWith('SESSION_'))) return { kind: 'none' };
  const message = error?.message ?? 'The credential could not be checked.';
  if (code !== 'FORBIDDEN') return { kind: 'refused', message };
  return { kind: 'limited', message, credential: factsInToken(key) ?? { by: 'key' } };
}

let checks = 0;

/** Finds out again who is asking. */
export async function checkAccount(): Promise<void> {
  const number = ++checks;
  const key = apiKey.get();
  if (key) account.set({ kind: 'checking' });
  const found = await check(key);
  if (number === checks) account.set(found);
}

apiKey.subscribe(() => void checkAccount());

/** Ends the session that the browser keeps. Returns what went wrong. */
export async function endSession(): Promise<string | null> {
  const response = await fetch('/session', { method: 'DELETE' }).catch(() => null);
  mayHaveSession = !response?.ok;
  await checkAccount();
  return response?.ok ? null : 'The session could not be ended. Try again.';
}

/** The keys of the demo's people, by their handles. */
export async function demoKeys(): Promise<Record<string, string>> {
  const response = await fetch('/playground/demo-keys').catch(() => null);
  return response?.ok ? response.json() : {};
}
