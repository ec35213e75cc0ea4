import { createStore } from './store.ts';

const STORAGE_KEY = 'almanac-playground:api-key';

/** The visitor's API key or access token, or ''. The browser forgets it when the tab is closed. */
export const apiKey = createStore(sessionStorage.getItem(STORAGE_KEY) ?? '');

apiKey.subscribe(() => {
  const key = apiKey.get();
  if (key) sessionStorage.setItem(STORAGE_KEY, key);
  else sessionStorage.removeItem(STORAGE_KEY);
});

/** What says who is asking: HTTP headers and the socket's connection parameters alike. */
export function credentials(): Record<string, string> {
  const key = apiKey.get();
  return key ? { authorization: `Bearer ${key}` } : {};
}
