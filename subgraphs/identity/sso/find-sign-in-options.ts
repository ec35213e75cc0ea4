import { sql } from 'kysely';
import { rows } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import type { SignInProvider } from '../domain/sign-in-source.ts';
import { countAttempt } from '../sign-in/count-attempt.ts';
import type { Tables } from '../tables.ts';
import type { SsoConnection } from './sso.entity.ts';

const SHOWN = 20;

export interface SignInOptions {
  providers: SignInProvider[];
  connections: Pick<SsoConnection, 'id' | 'name'>[];
}

/**
 * What a page can offer to somebody of whom nothing is known. Asked by an organization's handle, never by an address:
 * what is answered about an address would tell who has an account, or where they work.
 */
export async function findSignInOptions(
  ctx: IdentityContext,
  { organizationHandle }: { organizationHandle?: string | null },
): Promise<SignInOptions> {
  await countAttempt(ctx, 'options');
  const providers = Object.keys(ctx.sso.providers) as SignInProvider[];
  const handle = organizationHandle?.trim().toLowerCase();
  if (!handle) return { providers, connections: [] };
  const connections = await rows<Tables>(ctx.em)
    .selectFrom('SsoConnection')
    .select(['id', 'name'])
    .where(sql<boolean>`organization_id = (select o.id from organizations o where o.handle = ${handle})`)
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  return { providers, connections };
}
