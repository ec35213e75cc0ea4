import type { Relations } from '#platform/access.ts';
import type { IntegrationsContext } from './context.ts';

/** What the viewer is to things of this subgraph: what `role` of `@access` means here. */
export const integrationsRelations: Relations<IntegrationsContext> = {
  roles: {
    SELF: ({ id }: { id: string }, { viewer }) => viewer.kind === 'USER' && viewer.id === id,
  },
};
