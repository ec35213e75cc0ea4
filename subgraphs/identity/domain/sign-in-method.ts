/** How somebody proved who they are when a session began. */
export type SignInMethod = 'MAGIC_LINK' | 'SSO';
