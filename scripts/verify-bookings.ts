/**
 * Compares every booking with what its events come to: `npm run bookings:verify`, with `-- --json` for machines, a
 * line for each difference and one for the summary. Ends with exit code 1 where anything differs. It changes nothing.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '#platform/config.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { runProcess } from '#platform/process.ts';
import { createSchedulingApp } from '../subgraphs/scheduling/app.ts';
import type { BookingDifference } from '../subgraphs/scheduling/domain/booking-differences.ts';
import { verifyBookings } from '../subgraphs/scheduling/history/verify-bookings.ts';
import { verifyBookingsConfig } from './verify-bookings-config.ts';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const PROGRESS_EVERY_MS = 2_000;

const number = (value: number) => value.toLocaleString('en');

function print(difference: BookingDifference): void {
  const { bookingId, field, stored, folded } = difference;
  const shown = [stored, folded].map(value => JSON.stringify(value));
  console.log(
    options.json
      ? JSON.stringify(difference)
      : `${bookingId}  ${field}  stored ${shown[0]}  folded ${shown[1]}`,
  );
}

/** On the error output, so that the list of differences stays a list. */
function createProgress() {
  let said = Date.now();
  return (checked: number, total: number) => {
    if (Date.now() - said < PROGRESS_EVERY_MS) return;
    said = Date.now();
    console.error(`${number(checked)} of ${number(total)} bookings`);
  };
}

await runProcess(async onStop => {
  const config = readConfig(verifyBookingsConfig);
  const app = await createSchedulingApp({
    DATABASE_URL: config.SCHEDULING_DATABASE_URL,
    DATABASE_POOL_SIZE: 2,
    // Nobody is asked anything: nothing is signed.
    PRINCIPAL_SECRETS: ['not used by this command'],
    ENCRYPTION_SECRETS: config.ENCRYPTION_SECRETS,
    LOG_LEVEL: config.LOG_LEVEL,
  });
  onStop(app.stop);
  const verified = await verifyBookings({
    openContext: () => app.openContext(servicePrincipal('verify-bookings')),
    onDifference: print,
    onProgress: createProgress(),
  });
  await app.stop();
  const { bookings, events, differences } = verified;
  const summary = `${number(bookings)} bookings with ${number(events)} events: ${number(differences)} differences.`;
  console.log(options.json ? JSON.stringify(verified) : summary);
  process.exit(differences > 0 ? 1 : 0);
});
