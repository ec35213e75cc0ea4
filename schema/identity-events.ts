/** What those domain events of identity carry that no other subgraph listens to; like the others in `events.ts`. */

/** Somebody signed in. */
export interface SessionStart {
  sessionId: string;
  userId: string;
  /** `MAGIC_LINK`, `SSO`. */
  method: string;
  userAgent: string | null;
  /** An IPv4 address, or an IPv6 network. */
  address: string | null;
}

/** A session is not taken any more; the gateway is told by the name of the event and its aggregate's id. */
export interface SessionEnd {
  sessionId: string;
  userId: string;
  reason: 'SIGNED_OUT' | 'REVOKED' | 'ACCOUNT_DELETED' | 'SSO_REQUIRED' | 'LEFT_ORGANIZATION';
}

/** Somebody had a proof of a user's, but not a good one. */
export interface SignInRefusal {
  userId: string;
  reason: 'LINK_USED' | 'LINK_EXPIRED' | 'CODE_WRONG';
  userAgent: string | null;
  address: string | null;
}

/** A key is not taken any more; the gateway is told like that of sessions. */
export interface ApiKeyEnd {
  apiKeyId: string;
  userId: string;
}

/** A user has an authenticator, or no longer. */
export interface SecondFactorChange {
  userId: string;
}

/** What an organization notes about a member, all of it, by the slugs that it defined. */
export interface MemberAttributesChange {
  organizationId: string;
  userId: string;
  attributes: Record<string, unknown>;
}

/** No member has it any more. */
export interface AttributeDeletion {
  organizationId: string;
  slug: string;
}
