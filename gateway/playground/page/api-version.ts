import { createStore } from './store.ts';

const STORAGE_KEY = 'almanac-playground:api-version';

/** The date that is asked for in `almanac-version`; '' for the newest. */
export const apiVersion = createStore(sessionStorage.getItem(STORAGE_KEY) ?? '');

apiVersion.subscribe(() => sessionStorage.setItem(STORAGE_KEY, apiVersion.get()));

/** The header, and the parameter of connections. */
export function versionHeader(): Record<string, string> {
  const version = apiVersion.get();
  return version ? { 'almanac-version': version } : {};
}
