/**
 * Lists bookings that would take place at another instant under the running tz database:
 * `npm run bookings:tz-impact`, with `-- --json` for machines. It changes nothing.
 */
import { parseArgs } from 'node:util';
import { tzdbVersion } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { runProcess } from '#platform/process.ts';
import { createSchedulingApp } from '../subgraphs/scheduling/app.ts';
import {
  findMovedBookings,
  type MovedBooking,
} from '../subgraphs/scheduling/bookings/find-moved-bookings.ts';
import { tzImpactConfig } from './tz-impact-config.ts';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const line = (booking: MovedBooking) =>
  [
    booking.id,
    `${booking.wallTime} ${booking.timeZone}`,
    `${booking.storedInstant} -> ${booking.instantNow ?? 'zone unknown'}`,
    `${booking.tzdbVersion} -> ${tzdbVersion}`,
  ].join('  ');

await runProcess(async onStop => {
  const config = readConfig(tzImpactConfig);
  // Reading bookings neither signs nor encrypts anything.
  const unused = ['not used by this command'];
  const app = await createSchedulingApp({
    DATABASE_URL: config.SCHEDULING_DATABASE_URL,
    DATABASE_POOL_SIZE: 2,
    PRINCIPAL_SECRETS: unused,
    ENCRYPTION_SECRETS: unused,
    LOG_LEVEL: config.LOG_LEVEL,
  });
  onStop(app.stop);
  const { em, clock } = app.openContext(servicePrincipal('tz-impact'));
  const { moved, checked, withoutWallTime } = await findMovedBookings(em, clock.now());
  await app.stop();
  if (options.json) {
    console.log(JSON.stringify({ tzdbVersion, checked, withoutWallTime, moved }, null, 2));
  } else {
    console.log(`${moved.length} of ${checked} future bookings move under tz database ${tzdbVersion}.`);
    if (withoutWallTime > 0) console.log(`${withoutWallTime} were made before wall times were kept.`);
    for (const booking of moved) console.log(line(booking));
  }
  process.exit(0);
});
