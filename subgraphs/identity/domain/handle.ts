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

/** Why a text cannot be a handle, or `null` where it can. Whether it is free is another question. */
export function handleFault(handle: string): string | null {
  if (!HANDLE.test(handle)) {
    return 'A handle has 2 to 39 lower case letters, digits and single hyphens between them.';
  }
  return RESERVED.has(handle) ? `\`${handle}\` is reserved.` : null;
}
