/** What identity answers beside the graph: OAuth 2.0 and its discovery documents (RFC 8414, OpenID Discovery). */
export const oauthPaths = [
  '/oauth/*',
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
];
