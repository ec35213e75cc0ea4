import type { Adapter, AdapterPayload } from 'oidc-provider';
import { isId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import { createArtifactStorage } from './artifact-storage.ts';
import { toClientMetadata } from './client-metadata.ts';
import { forkOf, type OauthParts } from './oauth-parts.ts';

/** oidc-provider asks for nothing more of what is not kept under a kind. */
const nothing: Adapter = {
  upsert: async () => {},
  find: async () => undefined,
  findByUserCode: async () => undefined,
  findByUid: async () => undefined,
  consume: async () => {},
  destroy: async () => {},
  revokeByGrantId: async () => {},
};

const tablesOf = (parts: OauthParts) => rows<Tables>(forkOf(parts));

/** Read each time: what its owner changes or deletes counts at once. */
function createClientStorage(parts: OauthParts): Adapter {
  return {
    ...nothing,
    async find(id) {
      if (!isId('cli', id)) return undefined;
      const client = await tablesOf(parts)
        .selectFrom('OauthClient')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return client && toClientMetadata(client, parts.now());
    },
  };
}

function scopesIn(payload: AdapterPayload): string[] {
  const { scope = '' } = (payload.openid ?? {}) as { scope?: string };
  const lists = [...Object.values(payload.resources ?? {}), scope];
  return [...new Set(lists.flatMap(list => String(list).split(' ')).filter(Boolean))];
}

function createGrantStorage(parts: OauthParts): Adapter {
  return {
    ...nothing,
    async upsert(id, payload, expiresIn = 0) {
      const now = parts.now();
      const what = { scopes: scopesIn(payload), payload: { ...payload } };
      await tablesOf(parts)
        .insertInto('OauthGrant')
        .values({
          id,
          clientId: String(payload.clientId),
          userId: String(payload.accountId),
          ...what,
          createdAt: new Date(now),
          expiresAt: new Date(now + expiresIn * 1000),
        })
        .onConflict(conflict => conflict.column('id').doUpdateSet(what))
        .execute();
    },
    async find(id) {
      const grant = await tablesOf(parts)
        .selectFrom('OauthGrant')
        .select('payload')
        .where('id', '=', id)
        .executeTakeFirst();
      return grant?.payload as AdapterPayload | undefined;
    },
    async destroy(id) {
      await tablesOf(parts).deleteFrom('OauthGrant').where('id', '=', id).execute();
    },
  };
}

/** Access tokens are JWTs that nobody keeps; what is kept is that they were issued. */
function createIssuedStorage(parts: OauthParts, kind: string): Adapter {
  return {
    ...nothing,
    async find(id) {
      const token = await tablesOf(parts)
        .selectFrom('OauthAccessToken')
        .selectAll()
        .where('id', '=', id)
        .where('kind', '=', kind)
        .executeTakeFirst();
      if (!token) return undefined;
      return {
        kind,
        jti: id,
        clientId: token.clientId,
        ...(token.userId && { accountId: token.userId }),
        ...(token.grantId && { grantId: token.grantId }),
        aud: token.audience,
        scope: token.scopes.join(' '),
        iat: Math.floor(token.issuedAt.getTime() / 1000),
        exp: Math.floor(token.expiresAt.getTime() / 1000),
      };
    },
    async destroy(id) {
      await tablesOf(parts).deleteFrom('OauthAccessToken').where('id', '=', id).execute();
    },
    async revokeByGrantId(grantId) {
      await tablesOf(parts).deleteFrom('OauthAccessToken').where('grantId', '=', grantId).execute();
    },
  };
}

/** What oidc-provider stores, by the name of its models. */
export function createStorage(parts: OauthParts): (kind: string) => Adapter {
  return kind => {
    if (kind === 'Client') return createClientStorage(parts);
    if (kind === 'Grant') return createGrantStorage(parts);
    if (kind === 'AccessToken' || kind === 'ClientCredentials') return createIssuedStorage(parts, kind);
    return createArtifactStorage(parts, kind);
  };
}
