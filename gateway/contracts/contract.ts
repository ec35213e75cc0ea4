/**
 * What of the graph is shown to whom, from outside to inside. Parts of the schema are tagged with the outermost contract that
 * shows them; what has no such tag is in all of them (`platform/contract-tags.ts`).
 */
export const contracts = {
  public: {
    path: '/graphql/public',
    playground: '/playground/public',
    title: 'Public',
    description: 'For visitors of booking pages, who have no credential.',
    hides: ['partner', 'internal'],
  },
  partner: {
    path: '/graphql/partner',
    playground: '/playground/partner',
    title: 'Partner',
    description:
      'For those with an API key or an application: the product without its own console and sign-in.',
    hides: ['internal'],
  },
  internal: {
    path: '/graphql',
    playground: '/playground',
    title: 'Whole graph',
    description: 'For our own pages: everything.',
    hides: [],
  },
} as const;

export type Contract = keyof typeof contracts;

export const contractNames = Object.keys(contracts) as Contract[];
