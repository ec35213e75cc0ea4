import { badInput } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import { hasScope } from '#platform/principal.ts';
import type { IdentityContext } from '../context.ts';
import { findOrganization } from '../organizations/find-organization.ts';
import { foreignTypes, MAX_NODES, ownTypes } from './node.graphql.ts';

type FoundNode = { id: string } | { nodeId: string };

const prefixOf = (id: string) => id.slice(0, Math.max(0, id.lastIndexOf('_')));

export function typeOfNode(node: FoundNode): string | undefined {
  const prefix = prefixOf('nodeId' in node ? node.nodeId : node.id);
  return ownTypes[prefix] ?? foreignTypes[prefix];
}

/** An object of this subgraph as its own field shows it, or the name of another's, which decides who may see it. */
export async function findNode(ctx: IdentityContext, id: string): Promise<FoundNode | null> {
  const prefix = prefixOf(id);
  if (!isId(prefix, id)) return null;
  switch (prefix) {
    case 'usr':
      return ctx.loaders.user.load(id);
    case 'team':
      return ctx.loaders.team.load(id);
    case 'org': {
      const { viewer } = ctx;
      return viewer.kind === 'USER' && hasScope(viewer, 'TEAM_READ') ? findOrganization(ctx, id) : null;
    }
    default:
      return Object.hasOwn(foreignTypes, prefix) ? { nodeId: id } : null;
  }
}

export function findNodes(ctx: IdentityContext, ids: readonly string[]): Promise<(FoundNode | null)[]> {
  if (ids.length > MAX_NODES)
    throw badInput('ids', `\`ids\` may hold up to ${MAX_NODES} ids.`, { max: MAX_NODES });
  return Promise.all(ids.map(id => findNode(ctx, id)));
}
