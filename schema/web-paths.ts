/**
 * What identity answers beside the graph: OAuth 2.0 and its discovery documents (RFC 8414, OpenID Discovery), and
 * signing in by others.
 */
export const oauthPaths = [
  '/oauth/*',
  '/sso/*',
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
];

/** In which the gateway says whose request it is: one client, for limits. A client's own is dropped. */
export const ADDRESS_HEADER = 'x-client-address';

/**
 * In which the gateway hands on the session that it found in a browser's cookie; a client's own is dropped. In an
 * answer: a session that the gateway shall put into the browser's cookie.
 */
export const SESSION_HEADER = 'x-almanac-session';
