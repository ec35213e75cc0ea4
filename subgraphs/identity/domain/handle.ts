/**
 * A handle is the one name space of users, teams and organizations: it is the first part of a public page's
 * address. Lower case letters, digits and single inner hyphens, 2 to 39 characters.
 */
const HANDLE = /^(?=.{2,39}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** Words that are, or may become, addresses of our own. */
const RESERVED = new Set([
  'about',
  'admin',
  'api',
  'app',
  'auth',
  'billing',
  'blog',
  'calendar',
  'contact',
  'dashboard',
  'dev',
  'docs',
  'graphql',
  'healthz',
  'help',
  'login',
  'logout',
  'me',
  'metrics',
  'new',
  'oauth',
  'playground',
  'privacy',
  'readyz',
  'security',
  'settings',
  'signin',
  'signout',
  'signup',
  'status',
  'support',
  'terms',
  'webhooks',
  'www',
]);

const SUGGESTED_LENGTH = 30;

/** A handle like the first part of an address, which may be reserved or taken; a number makes it another one. */
export function suggestHandle(email: string, suffix: number | null): string {
  const local = email.toLowerCase().split(/[@+]/)[0] ?? '';
  const plain = local
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SUGGESTED_LENGTH)
    .replace(/^-+|-+$/g, '');
  const base = plain.length >= 2 ? plain : `user${plain}`;
  return suffix === null ? base : `${base}-${suffix}`;
}

/** Why a text cannot be a handle, or `null` where it can. Whether it is free is another question. */
export function handleFault(handle: string): string | null {
  if (!HANDLE.test(handle)) {
    return 'A handle has 2 to 39 lower case letters, digits and single hyphens between them.';
  }
  return RESERVED.has(handle) ? `\`${handle}\` is reserved.` : null;
}
