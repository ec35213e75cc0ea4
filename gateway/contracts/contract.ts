/**
 * What of the graph is shown to whom, from outside to inside. Parts of the schema are tagged with the outermost contract that
 * shows them; what has no such tag is in all of them (`platform/contract-tags.ts`).
 */
export const contracts = {
  /** For visitors of booking pages, who have no credential. */
  public: { path: '/graphql/public', hides: ['partner', 'internal'] },
  /** For those with an API key or an application: the product without its own console and sign-in. */
  partner: { path: '/graphql/partner', hides: ['internal'] },
  /** For our own pages: everything. */
  internal: { path: '/graphql', hides: [] },
} as const;

export type Contract = keyof typeof contracts;

export const contractNames = Object.keys(contracts) as Contract[];
