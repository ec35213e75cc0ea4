import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tzdbVersion } from '#platform/clock.ts';
import { projectFolder } from '#platform/config.ts';
import { uuidOf } from '#platform/ids.ts';
import { startGraph, type TestGraph } from '../../gateway/tests/kit/graph.ts';
import { book, bookable, cancel, slotsOf } from '../../gateway/tests/kit/stories.ts';

const run = promisify(execFile);
const HOUR_MS = 3_600_000;

describe('npm run bookings:tz-impact', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.stop());

  const command = (...args: string[]) =>
    run(process.execPath, ['dist/scripts/tz-impact.js', ...args], {
      cwd: projectFolder,
      env: { SCHEDULING_DATABASE_URL: graph.database.urlOf('scheduling'), LOG_LEVEL: 'error' },
    });
  const change = (booking: { id: string }, assignments: string) =>
    graph.database.query(`update scheduling.bookings set ${assignments} where id = $1`, [uuidOf(booking.id)]);

  it('lists the bookings that new rules of a zone move, and no others', async () => {
    const ada = await graph.signUp({ timeZone: 'Asia/Kolkata' });
    const intro = await bookable(graph, ada);
    const slots = await slotsOf(graph, intro.id);
    const [moved, untouched, cancelled, old, lost] = [
      await book(graph, intro.id, slots[0]),
      await book(graph, intro.id, slots[1]),
      await book(graph, intro.id, slots[2]),
      await book(graph, intro.id, slots[3]),
      await book(graph, intro.id, slots[4]),
    ];
    expect((await command()).stdout).toBe(`0 of 5 future bookings move under tz database ${tzdbVersion}.\n`);

    // As if Kolkata had had another offset when these were made.
    const earlier = `wall_time = to_char(starts_at at time zone 'Asia/Kolkata' - interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS'), tzdb_version = '2020a'`;
    await change(moved, earlier);
    await change(cancelled, earlier);
    await cancel(graph, cancelled);
    await change(cancelled, earlier);
    await change(old, 'wall_time = null, time_zone = null, tzdb_version = null');
    await change(lost, `time_zone = 'Atlantis/Poseidonis'`);

    const { stdout } = await command('--json');
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ tzdbVersion, checked: 4, withoutWallTime: 1 });
    const local = (startsAt: string, offsetMs: number) =>
      new Date(Date.parse(startsAt) + offsetMs).toISOString().slice(0, 19);
    expect(report.moved).toEqual([
      {
        id: moved.id,
        wallTime: local(moved.startsAt, 4.5 * HOUR_MS),
        timeZone: 'Asia/Kolkata',
        storedInstant: moved.startsAt,
        instantNow: new Date(Date.parse(moved.startsAt) - HOUR_MS).toISOString(),
        tzdbVersion: '2020a',
      },
      {
        id: lost.id,
        wallTime: local(lost.startsAt, 5.5 * HOUR_MS),
        timeZone: 'Atlantis/Poseidonis',
        storedInstant: lost.startsAt,
        instantNow: null,
        tzdbVersion,
      },
    ]);

    const lines = (await command()).stdout.trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(`2 of 4 future bookings move under tz database ${tzdbVersion}.`);
    expect(lines[2]).toContain(`${moved.id}  ${local(moved.startsAt, 4.5 * HOUR_MS)} Asia/Kolkata`);
    expect(lines[2]).toContain(`2020a -> ${tzdbVersion}`);
    expect(lines.join()).not.toContain(untouched.id);
  });

  it('says what is missing', async () => {
    const failed = await run(process.execPath, ['dist/scripts/tz-impact.js'], {
      cwd: projectFolder,
      env: {},
    }).catch(error => error);
    expect([failed.code, failed.stderr]).toEqual([1, expect.stringContaining('SCHEDULING_DATABASE_URL')]);
  });
});
