import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import type { ConnectedApplication } from './oauth-client.graphql.ts';

/** Nobody allows more applications than they can look at. */
const MOST = 200;

/** What the viewer allowed which application, however often they were asked, newest application first. */
export async function findConnectedApplications(ctx: IdentityContext): Promise<ConnectedApplication[]> {
  const now = new Date(ctx.clock.now());
  const { rows } = await sql<{ client_id: string; name: string; scopes: string[]; connected_at: string }>`
    select g.client_id, c.name, array_agg(distinct scope order by scope) as scopes, min(g.created_at) as connected_at
    from oauth_grants g join oauth_clients c on c.id = g.client_id, unnest(g.scopes) scope
    where g.user_id = ${uuidOf(ctx.viewer.id)}::uuid and g.expires_at > ${now}
    group by g.client_id, c.name order by min(g.created_at) desc, g.client_id limit ${MOST}`.execute(
    statements(ctx.em),
  );
  return rows.map(row => ({
    clientId: fromUuid('cli', row.client_id),
    name: row.name,
    scopes: row.scopes,
    connectedAt: new Date(row.connected_at),
  }));
}
