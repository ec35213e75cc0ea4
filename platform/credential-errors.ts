/** Why a key or a session is refused, each reason with its own code. Part of the registry in `errors.ts`. */
export const credentialErrorCodes = {
  API_KEY_EXPIRED: {
    status: 401,
    logLevel: 'info',
    description: 'The API key was valid until its `expiresAt`. Create or rotate a key.',
  },
  API_KEY_REVOKED: {
    status: 401,
    logLevel: 'info',
    description: 'The API key was revoked. Create a new one.',
  },
  API_KEY_MALFORMED: {
    status: 401,
    logLevel: 'info',
    description:
      'It starts like a key (`alm_`) but is none: a character is wrong. Told by its checksum, without looking for it.',
  },
  API_KEY_TRUNCATED: {
    status: 401,
    logLevel: 'info',
    description: 'It starts like a key but its end is missing. Copy the whole of it.',
  },
  API_KEY_WRONG_ENVIRONMENT: {
    status: 401,
    logLevel: 'info',
    description:
      'A test key (`alm_test_…`) was sent to a live deployment, or a live key (`alm_live_…`) to a test one.',
  },
  SESSION_EXPIRED: {
    status: 401,
    logLevel: 'info',
    description: 'The session was not used for too long, or has lasted as long as one may. Sign in again.',
  },
  SESSION_REVOKED: {
    status: 401,
    logLevel: 'info',
    description: 'The session was signed out or revoked. Sign in again.',
  },
  SESSION_WRONG_ENVIRONMENT: {
    status: 401,
    logLevel: 'info',
    description:
      'A session token of a test deployment (`als_test_…`) was sent to a live one, or one of a live deployment (`als_live_…`) to a test one.',
  },
  SESSION_TOKEN_TRUNCATED: {
    status: 401,
    logLevel: 'info',
    description: 'The session token lacks its end. Send it whole.',
  },
  SESSION_TOKEN_MALFORMED: {
    status: 401,
    logLevel: 'info',
    description: 'It begins like a session token but was never one: a character is wrong or too many.',
  },
  SESSION_COOKIE_INVALID: {
    status: 401,
    logLevel: 'info',
    description: 'The session cookie was not sealed by this deployment. It is taken away; sign in again.',
  },
} as const;
