import { defineEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** What a user allowed a client. Deleting it ends every code and token that was issued under it. */
export const OauthGrantEntity = defineEntity({
  name: 'OauthGrant',
  tableName: 'oauth_grants',
  properties: {
    id: p.text().primary(),
    clientId: p.type(new TypeIdColumn('cli')).$type<string>(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    scopes: p.array().$type<string[]>(),
    /** What oidc-provider wants back. */
    payload: p.json().$type<Record<string, unknown>>(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});
