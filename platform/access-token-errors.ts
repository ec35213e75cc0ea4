/** Why an access token of OAuth is refused, each reason with its own code. Part of the registry in `errors.ts`. */
export const accessTokenErrorCodes = {
  ACCESS_TOKEN_INVALID: {
    status: 401,
    logLevel: 'info',
    description:
      'The access token is malformed, or was not signed by this deployment. Send what the token endpoint gave you, unchanged.',
  },
  ACCESS_TOKEN_EXPIRED: {
    status: 401,
    logLevel: 'info',
    description: 'The access token is over: it lives for 10 minutes. Get another one with the refresh token.',
  },
  ACCESS_TOKEN_REVOKED: {
    status: 401,
    logLevel: 'info',
    description:
      'The access token was revoked, or the permission or client that it came from is gone. Ask the user again.',
  },
  ACCESS_TOKEN_WRONG_ISSUER: {
    status: 401,
    logLevel: 'info',
    description: 'The token is signed with a key of ours but names another issuer than this deployment.',
  },
  ACCESS_TOKEN_WRONG_AUDIENCE: {
    status: 401,
    logLevel: 'info',
    description: 'The token is for another audience than the graph.',
  },
  ACCESS_TOKEN_WRONG_TYPE: {
    status: 401,
    logLevel: 'info',
    description:
      'The token is no access token: an id token, for example, says who somebody is and opens nothing.',
  },
  ACCESS_TOKEN_WRONG_ALGORITHM: {
    status: 401,
    logLevel: 'info',
    description:
      'Access tokens are signed with EdDSA; a token that names another algorithm is refused unread.',
  },
} as const;
