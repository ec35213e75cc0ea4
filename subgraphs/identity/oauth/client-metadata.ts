import type { ClientMetadata } from 'oidc-provider';
import type { OauthClient } from './oauth-client.entity.ts';
import { identityScopes } from './oauth-scopes.ts';

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** The hash of the secret before the last rotation, while it is taken. */
const PREVIOUS_SECRET = 'previous_secret_hash';
/** What the client may do in the graph. `scope` holds what oidc-provider itself knows. */
const GRAPH_SCOPES = 'graph_scopes';

export const ownClientMetadata = [PREVIOUS_SECRET, GRAPH_SCOPES];

type KnownClient = object;

export const graphScopesOf = (client: KnownClient) =>
  String((client as Record<string, unknown>)[GRAPH_SCOPES] ?? '')
    .split(' ')
    .filter(Boolean);

/** What a secret is compared with. */
export const secretHashesOf = (client: KnownClient) => {
  const { clientSecret, [PREVIOUS_SECRET]: previous } = client as Record<string, unknown>;
  return [clientSecret, previous].filter(hash => typeof hash === 'string');
};

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
    // The others answer with a page that needs a script.
    response_modes: ['query'],
    grant_types: [
      ...(client.redirectUris.length > 0 ? ['authorization_code'] : []),
      'refresh_token',
      ...(client.isConfidential ? ['client_credentials'] : []),
      ...(client.isPlatform ? [TOKEN_EXCHANGE] : []),
    ],
    scope: [...identityScopes, 'offline_access'].join(' '),
    [GRAPH_SCOPES]: client.scopes.join(' '),
    token_endpoint_auth_method: client.isConfidential ? 'client_secret_basic' : 'none',
    ...(client.secretHash && { client_secret: client.secretHash }),
    ...(isPreviousTaken && client.previousSecretHash && { [PREVIOUS_SECRET]: client.previousSecretHash }),
    id_token_signed_response_alg: 'EdDSA',
  };
}
