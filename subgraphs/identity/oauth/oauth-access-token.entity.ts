import { defineEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

/** One row for each access token that was issued and not revoked: a token without its row is refused. */
export const OauthAccessTokenEntity = defineEntity({
  name: 'OauthAccessToken',
  tableName: 'oauth_access_tokens',
  properties: {
    /** The token's `jti`. It identifies the token and is not one. */
    id: p.text().primary(),
    kind: p.text(),
    clientId: p.type(new TypeIdColumn('cli')).$type<string>(),
    /** Null: the client acts for itself. */
    userId: p.type(new TypeIdColumn('usr')).$type<string>().strictNullable(),
    grantId: p.text().strictNullable(),
    scopes: p.array().$type<string[]>(),
    audience: p.text(),
    issuedAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});
