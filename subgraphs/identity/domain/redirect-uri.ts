const LOOPBACK_HOSTS = new Set(['127.0.0.1', '[::1]', 'localhost']);
const MAX_LENGTH = 500;

/**
 * Why an address cannot be one that browsers are sent back to with a code, or `null` where it can (RFC 9700 §2.1,
 * RFC 8252 §7.3). It is compared letter by letter later, so it has to be written the way a browser writes it.
 */
export function redirectUriFault(uri: string): string | null {
  if (uri.length > MAX_LENGTH) return `A redirect address has up to ${MAX_LENGTH} characters.`;
  if (!URL.canParse(uri)) return 'A redirect address is an absolute URL.';
  const url = new URL(uri);
  if (uri.includes('#')) return 'A redirect address has no fragment.';
  if (uri.includes('*')) return 'A redirect address is one address: wildcards are not taken.';
  if (url.username || url.password) return 'A redirect address names no user.';
  const isLoopback = url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname);
  if (url.protocol !== 'https:' && !isLoopback)
    return 'A redirect address starts with https://, or with http:// on the own machine.';
  if (url.hostname.endsWith('.')) return "A redirect address's host does not end with a dot.";
  const isWrittenPlainly = url.href === uri || url.href === `${uri}/`;
  return isWrittenPlainly ? null : `Write the redirect address the way browsers send it: ${url.href}`;
}
