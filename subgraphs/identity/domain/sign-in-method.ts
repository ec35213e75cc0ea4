/** How somebody proved who they are when a session began. */
export const signInMethods = ['MAGIC_LINK', 'SSO'] as const;

export type SignInMethod = (typeof signInMethods)[number];
