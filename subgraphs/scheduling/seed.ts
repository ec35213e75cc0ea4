import { setTimeout as sleep } from 'node:timers/promises';
import { type Principal, servicePrincipal } from '#platform/principal.ts';
import type { SchedulingContext } from './context.ts';
import { createEventType } from './event-types/create-event-type.ts';
import { EventTypeEntity } from './event-types/event-type.entity.ts';
import { MembershipEntity } from './owners/membership.entity.ts';
import { OwnerEntity } from './owners/owner.entity.ts';
import { ScheduleEntity } from './schedules/schedule.entity.ts';
import { setWeeklyHours } from './schedules/set-weekly-hours.ts';

/** The people and the team of the demo, as identity made them. */
interface DemoPeople {
  ada: string;
  grace: string;
  katherine: string;
  team: string;
}

type OpenContext = (viewer: Principal) => SchedulingContext;

/** Ids never change, so that examples can name them. */
export const demoEventTypes = {
  'ada/intro': 'etp_01jc000000e0080000ada1ntr0',
  'engines/triage': 'etp_01jc000000e008000000tr1age',
  'engines/panel': 'etp_01jc000000e0080000000pane1',
} as const;

const ARRIVAL_TIMEOUT_MS = 20_000;

/** Identity's news comes by its own way, a moment after it was written. */
async function waitForPeople(
  openContext: OpenContext,
  { ada, grace, katherine, team }: DemoPeople,
): Promise<void> {
  for (let waited = 0; waited < ARRIVAL_TIMEOUT_MS; waited += 50) {
    const { em } = openContext(servicePrincipal('seed'));
    const owners = await em.count(OwnerEntity, { id: { $in: [ada, grace, katherine, team] } });
    if (owners === 4 && (await em.count(MembershipEntity, { teamId: team })) === 3) return;
    await sleep(50);
  }
  throw new Error('The demo users did not arrive in scheduling: is the job runner of identity working?');
}

function principalOf(userId: string, roles: Record<string, string> = {}): Principal {
  return { kind: 'USER', id: userId, credential: null, scopes: ['*'], organizationId: null, roles };
}

/** Afternoons, so that a collective meeting with London and New York is possible at all. */
async function moveHoursOfKatherine(openContext: OpenContext, userId: string): Promise<void> {
  const ctx = openContext(principalOf(userId));
  const schedule = await ctx.em.findOneOrFail(ScheduleEntity, { userId, isDefault: true });
  const hours = [1, 2, 3, 4, 5].map(weekday => ({ weekday, startsAt: '13:00', endsAt: '22:00' }));
  await setWeeklyHours(ctx, { scheduleId: schedule.id, hours });
}

/** Three event types, once. */
export async function seedScheduling(openContext: OpenContext, people: DemoPeople): Promise<void> {
  await waitForPeople(openContext, people);
  const ada = openContext(principalOf(people.ada, { [people.team]: 'OWNER' }));
  if (await ada.em.findOne(EventTypeEntity, { id: demoEventTypes['ada/intro'] })) return;
  await moveHoursOfKatherine(openContext, people.katherine);
  await createEventType(ada, {
    id: demoEventTypes['ada/intro'],
    title: 'Intro call',
    slug: 'intro',
    description: 'Half an hour to get to know each other.',
    durationMinutes: 30,
    schedulingMode: 'SOLO',
    locations: [{ kind: 'LINK', label: 'https://meet.example/ada' }],
    bookingFields: [
      { slug: 'topic', label: 'What is it about?', type: 'TEXT', required: false, options: [] },
    ],
  });
  const team = { ownerId: people.team, hostIds: [people.ada, people.grace, people.katherine] };
  await createEventType(ada, {
    ...team,
    id: demoEventTypes['engines/triage'],
    title: 'Triage',
    slug: 'triage',
    description: 'One of us looks at your problem.',
    durationMinutes: 30,
    schedulingMode: 'ROUND_ROBIN',
  });
  await createEventType(ada, {
    ...team,
    id: demoEventTypes['engines/panel'],
    title: 'Panel',
    slug: 'panel',
    description: 'All of us look at your plan.',
    durationMinutes: 45,
    schedulingMode: 'COLLECTIVE',
  });
}
