/** What `bench/dashboard` is compared with: `handwritten-dashboard.js DATABASE_URL`, one page by hand-written SQL and JSON. */
import Fastify from 'fastify';
import pg from 'pg';
import { fromUuid, uuidOf } from '#platform/ids.ts';

const [connectionString = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 12 });

const BOOKINGS = `
  select b.id, b.status, b.title, b.starts_at, b.ends_at, b.version, b.created_at, b.updated_at,
    t.id as type_id, t.title as type_title, t.slug, count(*) over ()::int as total
  from scheduling.bookings b join scheduling.event_types t on t.id = b.event_type_id
  where b.event_type_id = $1 order by b.starts_at, b.id limit $2`;
const HOSTS = `
  select h.booking_id, u.id, u.name, u.avatar_url
  from scheduling.booking_hosts h join identity.users u on u.id = h.user_id
  where h.booking_id = any($1::uuid[])`;
const ATTENDEES = `
  select booking_id, id, name, email, no_show from scheduling.attendees where booking_id = any($1::uuid[]) order by id`;

interface Row {
  [column: string]: unknown;
  id: string;
  booking_id: string;
}

/** The same as `DashboardBookings` without a cursor, of one event type. */
async function dashboard(eventTypeId: string, first: number) {
  const { rows: bookings } = await pool.query<Row>({
    name: 'bookings',
    text: BOOKINGS,
    values: [uuidOf(eventTypeId), first],
  });
  const ids = [bookings.map(({ id }) => id)];
  const [hosts, attendees] = await Promise.all([
    pool.query<Row>({ name: 'hosts', text: HOSTS, values: ids }),
    pool.query<Row>({ name: 'attendees', text: ATTENDEES, values: ids }),
  ]);
  const hostsOf = Map.groupBy(hosts.rows, row => row.booking_id);
  const attendeesOf = Map.groupBy(attendees.rows, row => row.booking_id);
  return {
    totalCount: bookings[0]?.['total'] ?? 0,
    nodes: bookings.map(row => ({
      id: fromUuid('bkg', row.id),
      status: row['status'],
      title: row['title'],
      startsAt: row['starts_at'],
      endsAt: row['ends_at'],
      version: row['version'],
      createdAt: row['created_at'],
      updatedAt: row['updated_at'],
      eventType: {
        id: fromUuid('etp', row['type_id'] as string),
        title: row['type_title'],
        slug: row['slug'],
      },
      hosts: (hostsOf.get(row.id) ?? []).map(host => ({
        id: fromUuid('usr', host.id),
        name: host['name'],
        avatarUrl: host['avatar_url'],
        calendarConnections: [],
      })),
      attendees: (attendeesOf.get(row.id) ?? []).map(attendee => ({
        id: fromUuid('att', attendee.id),
        name: attendee['name'],
        email: attendee['email'],
        noShow: attendee['no_show'],
      })),
      references: [],
    })),
  };
}

const app = Fastify();
app.post('/dashboard', async request => {
  const { eventTypeId, first } = request.body as { eventTypeId: string; first: number };
  return { data: { bookings: await dashboard(eventTypeId, first) } };
});
await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
console.log(typeof address === 'object' && address ? address.port : '');
