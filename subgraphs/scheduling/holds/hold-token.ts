import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { HoldOutcome, HoldState } from '../domain/hold.ts';
import type { TurnDecision } from '../domain/round-robin.ts';

/** The secret of whoever holds a slot. Only its hash is stored. */
export function mintHoldToken(): string {
  return `hld_${randomBytes(32).toString('base64url')}`;
}

export const hashHoldToken = (token: string) => createHash('sha256').update(token).digest('hex');

export interface HoldRow extends HoldState {
  id: string;
  organizationId: string;
  eventTypeId: string;
  ownerId: string;
  startsAt: number;
  endsAt: number;
  hostIds: string[];
  /** The hosts of the event type whose places they fill. */
  placeIds: string[];
  /** Why, where they take turns. */
  decision: TurnDecision | null;
  resourceIds: string[];
}

export interface StoredHold {
  id: string;
  organization_id: string;
  event_type_id: string;
  owner_id: string;
  starts_at: number;
  ends_at: number;
  host_ids: string[];
  place_ids: string[];
  decision: TurnDecision | null;
  resource_ids: string[];
  extensions: number;
  expires_at: number;
  outcome: HoldOutcome | null;
  is_swept: boolean;
}

/** The columns of `StoredHold`, as whoever reads holds selects them. */
export const holdColumns = sql`id, organization_id, event_type_id, owner_id, host_ids::text[] as host_ids, place_ids::text[] as place_ids,
  resource_ids::text[] as resource_ids,
  (extract(epoch from starts_at) * 1000)::float8 as starts_at, (extract(epoch from ends_at) * 1000)::float8 as ends_at,
  (extract(epoch from expires_at) * 1000)::float8 as expires_at, extensions, outcome, is_swept, decision`;

export function toHold(row: StoredHold): HoldRow {
  const users = (ids: string[]) => ids.map(id => fromUuid('usr', id));
  return {
    id: fromUuid('hld', row.id),
    organizationId: fromUuid('org', row.organization_id),
    eventTypeId: fromUuid('etp', row.event_type_id),
    ownerId: row.owner_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    hostIds: users(row.host_ids),
    placeIds: users(row.place_ids),
    decision: row.decision,
    resourceIds: row.resource_ids.map(id => fromUuid('res', id)),
    extensions: row.extensions,
    expiresAt: row.expires_at,
    outcome: row.outcome,
    isSwept: row.is_swept,
  };
}

/** The hold of a token, whatever has become of it. */
export async function findHold(em: EntityManager, token: string): Promise<HoldRow | null> {
  return read(em, token, sql``);
}

/** The same, and nobody else ends it until the transaction does. */
export async function lockHold(em: EntityManager, token: string): Promise<HoldRow | null> {
  return read(em, token, sql`for update`);
}

async function read(em: EntityManager, token: string, lock: ReturnType<typeof sql>): Promise<HoldRow | null> {
  const { rows } = await sql<StoredHold>`
    select ${holdColumns} from holds where token_hash = ${hashHoldToken(token)} ${lock}`.execute(
    statements(em),
  );
  return rows[0] ? toHold(rows[0]) : null;
}
