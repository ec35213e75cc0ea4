import type { ClientMetadata } from 'oidc-provider';
import type { OauthClient } from './oauth-client.entity.ts';
import { identityScopes } from './oauth-scopes.ts';

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** What a secret is compared with: hashes, the one before the last rotation while it is taken. */
const PREVIOUS_SECRET = 'previous_secret_hash';

export const ownClientMetadata = [PREVIOUS_SECRET];

/** A client as oidc-provider knows it. Its `client_secret` is a hash: `compareClientSecret` is ours. */
export function toClientMetadata(client: OauthClient, now: number): ClientMetadata {
  const isPreviousTaken = client.previousSecretUntil !== null && client.previousSecretUntil.getTime() > now;
  return {
    client_id: client.id,
    client_name: client.name,
    // A web client's addresses are compared letter by letter, ports of loopback addresses included.
    application_type: 'web',
    redirect_uris: client.redirectUris,
    response_types: client.redirectUris.length > 0 ? ['code'] : [],
    grant_types: [
      ...(client.redirectUris.length > 0 ? ['authorization_code'] : []),
      'refresh_token',
      ...(client.isConfidential ? ['client_credentials'] : []),
      ...(client.isPlatform ? [TOKEN_EXCHANGE] : []),
    ],
    scope: [...identityScopes, ...client.scopes].join(' '),
    token_endpoint_auth_method: client.isConfidential ? 'client_secret_basic' : 'none',
    ...(client.secretHash && { client_secret: client.secretHash }),
    ...(isPreviousTaken && client.previousSecretHash && { [PREVIOUS_SECRET]: client.previousSecretHash }),
    id_token_signed_response_alg: 'EdDSA',
  };
}
