import { newestFirst } from '#platform/id-pages.ts';
import { rows } from '#platform/orm.ts';
import type { ConnectionShape, PageArgs } from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import type { OauthClient } from './oauth-client.entity.ts';
import { managedOrganizations } from './own-client.ts';

/** Applications of the viewer and of the organizations that they administer, newest first. */
export async function findOauthClients(
  ctx: IdentityContext,
  page: PageArgs,
): Promise<ConnectionShape<OauthClient>> {
  const organizations = await managedOrganizations(ctx.em, ctx.viewer);
  const own = rows<Tables>(ctx.em)
    .selectFrom('OauthClient')
    .where(({ eb, and, or }) =>
      or([
        eb('ownerUserId', '=', ctx.viewer.id),
        ...(organizations.length > 0
          ? [and([eb('ownerUserId', 'is', null), eb('organizationId', 'in', organizations)])]
          : []),
      ]),
    );
  return newestFirst(own, 'cli', page);
}
