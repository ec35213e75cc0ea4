import pg from 'pg';

interface Tenancy {
  /** Name of the PostgreSQL schema; the role is `almanac_<name>`. */
  name: string;
  password: string;
}

/** Any number would do; it only has to be the same in every process that provisions. */
const PROVISION_LOCK = 7_302_019;

/** Why an administrator's connection failed, in one sentence that says what to do. */
function explain(error: unknown, url: URL): Error {
  const { code, message } = error as { code?: string; message: string };
  const server = `${url.hostname}:${url.port || 5432}`;
  const reasons: Record<string, string> = {
    '28P01': `PostgreSQL refused the login of ${url.username}: check user and password in the connection string.`,
    '28000': `PostgreSQL refused the login of ${url.username}: check user and password in the connection string.`,
    '3D000': `There is no database ${url.pathname.slice(1)} at ${server}. Create it first.`,
    '42501': `${url.username} may not create roles, schemas or extensions at ${server}. Use an administrator.`,
    '53100': `The disk of PostgreSQL at ${server} is full. Free some space.`,
  };
  const reason =
    reasons[code ?? ''] ??
    `PostgreSQL does not answer at ${server}. Start it, or correct the address (${code ?? message}).`;
  return new Error(reason, { cause: error });
}

/**
 * Gives each subgraph its role and its schema in the database of `adminUrl`, and returns the roles' connection
 * strings. A role sees its own schema first and may touch no other. Running it again changes nothing but the
 * passwords.
 */
export async function provisionDatabase<Name extends string>(
  adminUrl: string,
  tenancies: readonly (Tenancy & { name: Name })[],
): Promise<Record<Name, string>> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('begin');
    // Of the transaction, not of the session: a pooler would keep the session, and with it the lock.
    await client.query('select pg_advisory_xact_lock($1)', [PROVISION_LOCK]);
    await client.query('create extension if not exists btree_gist');
    for (const tenancy of tenancies) await provisionTenancy(client, tenancy);
    await client.query('commit');
  } catch (error) {
    throw explain(error, new URL(adminUrl));
  } finally {
    await client.end().catch(() => {});
  }
  const urls = tenancies.map(({ name, password }) => {
    const url = new URL(adminUrl);
    url.username = `almanac_${name}`;
    url.password = password;
    return [name, url.href];
  });
  return Object.fromEntries(urls);
}

async function provisionTenancy(client: pg.Client, { name, password }: Tenancy): Promise<void> {
  const role = client.escapeIdentifier(`almanac_${name}`);
  const schema = client.escapeIdentifier(name);
  const known = await client.query('select 1 from pg_roles where rolname = $1', [`almanac_${name}`]);
  if (known.rowCount === 0) await client.query(`create role ${role} login`);
  await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
  await client.query(`alter role ${role} set search_path = ${schema}, public`);
  const { rows } = await client.query<{ database: string }>('select current_database() as database');
  const database = client.escapeIdentifier(rows[0]?.database ?? '');
  // graphile-worker makes its own schema beside ours and keeps its jobs there.
  await client.query(`grant connect, create on database ${database} to ${role}`);
  const owner = await client.query('select 1 from pg_namespace where nspname = $1', [name]);
  if (owner.rowCount === 0) {
    // A superuser may give anything away; any other administrator must be a member of the role for it.
    await client.query(`grant ${role} to current_user`);
    await client.query(`create schema ${schema} authorization ${role}`);
  }
}
