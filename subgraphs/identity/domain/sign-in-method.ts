/** How somebody proved who they are when a session began. */
export type SignInMethod = 'MAGIC_LINK' | 'SSO';

export interface SignInProof {
  method: SignInMethod;
  /** The organization's connection that vouched for them, `sso_…`; `null`: none did. */
  connectionId: string | null;
}
