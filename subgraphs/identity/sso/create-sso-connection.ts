import { badInput } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import { type OidcTerms, readOidcTerms, readSamlTerms, type SamlTerms } from './connection-terms.ts';
import { noteConnection } from './note-connection.ts';
import { readText, requireAdministered } from './own-connection.ts';
import { type SsoConnection, SsoConnectionEntity } from './sso.entity.ts';

const MAX_NAME = 100;

interface NewConnection {
  organizationId: string;
  name: string;
  oidc?: OidcTerms | null;
  saml?: SamlTerms | null;
}

/** Sets up an identity provider for an organization that the viewer administers. */
export async function createSsoConnection(
  ctx: IdentityContext,
  wanted: NewConnection,
): Promise<Result<SsoConnection, 'ISSUER_UNUSABLE'>> {
  requireSession(ctx.viewer);
  const organizationId = await requireAdministered(ctx, wanted.organizationId);
  const name = readText('name', wanted.name, MAX_NAME);
  const { oidc, saml } = wanted;
  const place = { id: newId('sso'), organizationId };
  if ((oidc == null) === (saml == null)) throw badInput('oidc', 'Give `oidc` or `saml`, one of them.');
  const terms = oidc
    ? await readOidcTerms(ctx, place, oidc, null)
    : ok(await readSamlTerms(ctx, saml as SamlTerms));
  if (!terms.ok) return terms;
  const at = new Date(ctx.clock.now());
  const connection = await transact(ctx, async ({ em }) => {
    const made = em.create(SsoConnectionEntity, {
      ...place,
      name,
      ...terms.value,
      createdAt: at,
      updatedAt: at,
    });
    await em.flush();
    await noteConnection(ctx, em, 'created', made);
    return made;
  });
  return ok(connection);
}
