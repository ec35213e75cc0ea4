import { badInput } from '#platform/errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import {
  type OidcTerms,
  readOidcTerms,
  readSamlTerms,
  type SamlTerms,
  type Terms,
} from './connection-terms.ts';
import { noteConnection } from './note-connection.ts';
import { findOwnConnection, lockOwnConnection, readText } from './own-connection.ts';
import type { SsoConnection } from './sso.entity.ts';

const MAX_NAME = 100;

interface ConnectionChanges {
  id: string;
  expectedVersion: number;
  name?: string | null;
  oidc?: OidcTerms | null;
  saml?: SamlTerms | null;
}

type Refusal = { code: 'ISSUER_UNUSABLE' } | { code: 'VERSION_CONFLICT'; currentVersion: number };

async function readChanges(
  ctx: IdentityContext,
  connection: SsoConnection,
  { oidc, saml }: ConnectionChanges,
): Promise<Result<Partial<Terms>, 'ISSUER_UNUSABLE'>> {
  const other = connection.protocol === 'OIDC' ? saml : oidc;
  if (other != null) throw badInput(oidc ? 'oidc' : 'saml', 'The protocol of a connection stays.');
  if (oidc) return readOidcTerms(ctx, connection, oidc, connection.clientSecret);
  return ok(saml ? await readSamlTerms(ctx, saml) : {});
}

/** Changes a connection. Identities of an issuer that it no longer names open nothing. */
export async function updateSsoConnection(
  ctx: IdentityContext,
  changes: ConnectionChanges,
): Promise<Result<SsoConnection, Refusal>> {
  requireSession(ctx.viewer);
  // The issuer is asked first: no lock waits for it. Whoever is faster meanwhile is noticed by the version.
  const before = await findOwnConnection(ctx, changes.id);
  const read = await readChanges(ctx, before, changes);
  if (!read.ok) return err({ code: read.error });
  return transact(ctx, async ({ em }) => {
    const connection = await lockOwnConnection(ctx, em, before.id);
    const { version } = connection;
    if (version !== changes.expectedVersion || version !== before.version)
      return err({ code: 'VERSION_CONFLICT' as const, currentVersion: version });
    if (changes.name != null) connection.name = readText('name', changes.name, MAX_NAME);
    Object.assign(connection, read.value, { updatedAt: new Date(ctx.clock.now()) });
    await em.flush();
    await noteConnection(ctx, em, 'updated', connection);
    return ok(connection);
  });
}
