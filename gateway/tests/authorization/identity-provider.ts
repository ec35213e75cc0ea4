import { newId, uuidOf } from '#platform/ids.ts';
import type { TestGraph, TestUser } from '../kit/graph.ts';

/** A SAML connection and a way in of one person. Only people with a session could set one up, and nobody here has one. */
export async function linkIdentityProvider(
  { database }: TestGraph,
  organizationId: string,
  user: TestUser,
): Promise<{ connectionId: string; identityId: string }> {
  const [connectionId, identityId] = [newId('sso'), newId('fid')];
  await database.query(
    `insert into identity.sso_connections
       (id, organization_id, protocol, name, issuer, sign_in_url, certificates, version, created_at, updated_at)
     values ($1, $2, 'SAML', 'Provider', 'https://idp.example', 'https://idp.example/sso', '{}', 1, now(), now())`,
    [uuidOf(connectionId), uuidOf(organizationId)],
  );
  await database.query(
    `insert into identity.federated_identities (id, user_id, connection_id, source, issuer, subject, created_at, last_used_at)
     values ($1, $2, $3, $4, 'https://idp.example', $5, now(), now())`,
    [uuidOf(identityId), uuidOf(user.id), uuidOf(connectionId), connectionId, user.handle],
  );
  return { connectionId, identityId };
}
