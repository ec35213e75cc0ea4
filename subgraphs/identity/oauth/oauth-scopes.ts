/** Scopes of OpenID Connect: what an id token tells about the user. Every client may ask for them. */
export const identityScopes = ['openid', 'profile', 'email'] as const;

/** What a client may do for itself, as opposed to for a user. */
const OWN_SCOPES = new Set<string>(['MANAGED_USER_READ', 'MANAGED_USER_WRITE']);

export const isOwnScope = (scope: string) => OWN_SCOPES.has(scope);
