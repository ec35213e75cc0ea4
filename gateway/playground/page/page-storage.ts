/** Other GraphQL servers' pages at the same address, say localhost:4000, keep their tabs under `graphiql:`. */
const PREFIX = 'almanac-playground:';

function ownKeys(): string[] {
  return Object.keys(localStorage).filter(key => key.startsWith(PREFIX));
}

/** Where GraphiQL keeps tabs, sizes and history. */
export const pageStorage = {
  getItem: (key: string) => localStorage.getItem(PREFIX + key),
  setItem: (key: string, value: string) => localStorage.setItem(PREFIX + key, value),
  removeItem: (key: string) => localStorage.removeItem(PREFIX + key),
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
