/** What the command that runs the tests tells them. */
export const testEnvironment = {
  /** A server that tests make databases on: set by `scripts/test-services`. */
  databaseUrl: process.env['ALMANAC_TEST_DATABASE_URL'],
  redisUrl: process.env['ALMANAC_TEST_REDIS_URL'],
  /** Whether the long forms of races, faults and properties run. */
  isLong: process.env['ALMANAC_LONG'] === '1',
  /** A folder for screenshots that the documentation shows. */
  screenshots: process.env['ALMANAC_SCREENSHOTS'],
  /** Whether nobody would see that a test was left out. */
  isCi: Boolean(process.env['CI']),
  path: process.env['PATH'] ?? '',
};
