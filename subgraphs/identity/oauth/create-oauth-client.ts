import { badInput, notFound } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import type { Scope } from '../domain/scope.ts';
import { enterOrganization } from '../organizations/enter-organization.ts';
import { readName } from '../organizations/read-name.ts';
import { clientFacts, noteClient } from './note-client.ts';
import { type OauthClient, OauthClientEntity } from './oauth-client.entity.ts';
import { readClientScopes, readRedirectUris, requireOwnCredential } from './own-client.ts';
import { mintClientSecret, sha256 } from './secrets.ts';

interface ClientTerms {
  name: string;
  redirectUris: readonly string[];
  scopes: readonly Scope[];
  isConfidential: boolean;
  isPlatform: boolean;
  organizationId?: string | null;
}

/** Registers an application, of the viewer or of an organization that they administer. */
export async function createOauthClient(
  ctx: IdentityContext,
  terms: ClientTerms,
): Promise<{ client: OauthClient; secret: string | null }> {
  const { viewer } = ctx;
  requireOwnCredential(viewer);
  const { isConfidential, isPlatform } = terms;
  if (isPlatform && !isConfidential) throw badInput('isPlatform', 'A platform keeps a secret.');
  if (!isConfidential && terms.redirectUris.length === 0)
    throw badInput('redirectUris', 'A public client needs a redirect address.');
  const given =
    terms.organizationId == null ? null : requireId('org', terms.organizationId, 'organizationId');
  if (given)
    await enterOrganization(ctx.em, viewer, { organizationId: given, needs: ['oauth_client.manage'] });
  const organizationId = given ?? viewer.organizationId;
  if (!organizationId) throw notFound('organization');
  const secret = isConfidential ? mintClientSecret() : null;
  const at = new Date(ctx.clock.now());
  const client = await transact(ctx, async ({ em }) => {
    const made = em.create(OauthClientEntity, {
      id: newId('cli'),
      organizationId,
      ownerUserId: given ? null : viewer.id,
      name: readName(terms.name),
      redirectUris: readRedirectUris(terms.redirectUris),
      scopes: readClientScopes(terms.scopes, isPlatform),
      isConfidential,
      isPlatform,
      secretHash: secret && sha256(secret),
      previousSecretHash: null,
      previousSecretUntil: null,
      createdAt: at,
      updatedAt: at,
    });
    await em.flush();
    await noteClient(ctx, em, 'oauth_client.created', made, { after: clientFacts(made) });
    return made;
  });
  return { client, secret };
}
