import { defineEntity, p } from '@mikro-orm/postgresql';

/** Codes, refresh tokens, interactions and sessions of oidc-provider: found by a hash, encrypted, short-lived. */
export const OauthArtifactEntity = defineEntity({
  name: 'OauthArtifact',
  tableName: 'oauth_artifacts',
  properties: {
    kind: p.text().primary(),
    idHash: p.text().primary(),
    uidHash: p.text().strictNullable(),
    grantId: p.text().strictNullable(),
    /** Encrypted JSON: it holds the code or token itself. */
    payload: p.text(),
    consumedAt: p.datetime().strictNullable(),
    expiresAt: p.datetime(),
  },
});
