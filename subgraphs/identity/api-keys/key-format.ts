import { type KeyEnvironment, mintCredential, readCredential } from '../authentication/credential-format.ts';

export const mintApiKey = (environment: KeyEnvironment) => mintCredential('alm', environment);

/** The environment of a well-formed key; `null` for anything that was never one of ours. */
export function readApiKey(key: string): KeyEnvironment | null {
  const read = readCredential('alm', key);
  return typeof read === 'string' ? null : read.environment;
}
