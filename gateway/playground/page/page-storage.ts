import { contract } from './site.ts';

/** Other GraphQL servers' pages at the same address, say localhost:4000, keep their tabs under `graphiql:`. */
const NAME = 'almanac-playground';
/** Each contract has tabs of its own. */
const PREFIX = `${NAME}${contract.path.replace(/^\/graphql/, '')}:`;
/** What the visitor wants everywhere. */
const SHARED_KEYS = ['graphiql:theme'];

const fullKey = (key: string) => (SHARED_KEYS.includes(key) ? `${NAME}:${key}` : PREFIX + key);

function ownKeys(): string[] {
  return Object.keys(localStorage).filter(key => key.startsWith(PREFIX));
}

/** Where GraphiQL keeps tabs, sizes and history. */
export const pageStorage = {
  getItem: (key: string) => localStorage.getItem(fullKey(key)),
  setItem: (key: string, value: string) => localStorage.setItem(fullKey(key), value),
  removeItem: (key: string) => localStorage.removeItem(fullKey(key)),
  clear: () => {
    for (const key of ownKeys()) localStorage.removeItem(key);
  },
  get length() {
    return ownKeys().length;
  },
};

/** What was stored under a key, or null where that is nothing or no JSON. */
export function readJson(key: string): unknown {
  try {
    return JSON.parse(pageStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
