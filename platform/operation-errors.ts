/** What is said of an operation before any part of it is run. */
export const operationErrorCodes = {
  API_VERSION_INVALID: {
    status: 400,
    logLevel: 'info',
    description:
      '`almanac-version` is no date. Send one as `YYYY-MM-DD`, or none for the newest version: [contracts.md](contracts.md).',
  },
  API_VERSION_UNKNOWN: {
    status: 400,
    logLevel: 'info',
    description:
      '`almanac-version` is a date before the first version that is served. `extensions.versions` lists those that are.',
  },
  OPERATION_TOO_LARGE: {
    status: 400,
    logLevel: 'info',
    description:
      'The operation exceeds one of the limits of [limits.md](limits.md): `extensions.limit` names it, `extensions.max` and `extensions.actual` say how far. Ask for less at once.',
  },
  COST_ESTIMATED_TOO_EXPENSIVE: {
    status: 400,
    logLevel: 'info',
    description:
      'The operation could cost more than `extensions.max`: `extensions.actual` is the estimate. Ask for fewer items (`first`) or fewer lists at once.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    logLevel: 'debug',
    description: 'The hash is not known yet: send it once more together with the query (APQ).',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    logLevel: 'debug',
    description: 'Automatic persisted queries are switched off.',
  },
  PERSISTED_QUERY_NOT_IN_LIST: {
    status: 404,
    logLevel: 'info',
    description: 'Only known operations are run here, and this id belongs to none of them.',
  },
  PERSISTED_QUERY_ID_REQUIRED: {
    status: 400,
    logLevel: 'info',
    description: 'Operations are run by their ids here: send the id of a known one instead of a query.',
  },
  QUERY_NOT_IN_SAFELIST: {
    status: 403,
    logLevel: 'info',
    description: 'Only known operations are run here, and this is none of them.',
  },
} as const;
