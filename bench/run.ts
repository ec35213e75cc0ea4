/** Runs one benchmark: `npm run bench -- NAME [options]`. */
import { runProcess } from '#platform/process.ts';
import { benchAuthenticate } from './authenticate.ts';
import { benchAvailability } from './availability.ts';
import { benchBookings } from './bookings.ts';
import { benchDashboard } from './dashboard.ts';
import { benchDashboards } from './dashboards.ts';
import { benchEvents } from './events.ts';
import { benchGateway } from './gateway.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { benchRace } from './race.ts';
import { benchSlots } from './slots.ts';
import { benchStart } from './start.ts';
import { benchSubscriptions } from './subscriptions.ts';

const benchmarks: Record<string, Benchmark> = {
  start: benchStart,
  race: benchRace,
  authenticate: benchAuthenticate,
  dashboard: benchDashboard,
  availability: benchAvailability,
  bookings: benchBookings,
  events: benchEvents,
  dashboards: benchDashboards,
  gateway: benchGateway,
  slots: benchSlots,
  subscriptions: benchSubscriptions,
};

const [name = '', ...options] = process.argv.slice(2);
const benchmark = benchmarks[name];
if (!benchmark) {
  console.error(`Which one? npm run bench -- NAME, where NAME is one of:\n`);
  for (const [known, { about }] of Object.entries(benchmarks)) console.error(`  ${known.padEnd(12)}${about}`);
  process.exit(1);
}
await runProcess(async onStop => {
  console.log(`\n# ${name}: ${benchmark.about}\n\n${benchmark.method.trim()}\n`);
  await benchmark.run(onStop, options);
  process.exitCode = 0;
  process.kill(process.pid, 'SIGTERM');
});
