import { defineEntity, p } from '@mikro-orm/postgresql';

export const SigningKeyEntity = defineEntity({
  name: 'SigningKey',
  tableName: 'signing_keys',
  properties: {
    /** The `kid`. */
    id: p.text().primary(),
    publicKey: p.json().$type<Record<string, unknown>>(),
    /** A JWK, encrypted. */
    privateKey: p.text(),
    createdAt: p.datetime(),
  },
});
