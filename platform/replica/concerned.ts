import type { DomainEvent } from '../outbox.ts';
import type { Principal } from '../principal.ts';

/** Stands for all who have not signed in: they have nothing that they could be told apart by on their next device. */
const ANYBODY = 'anybody';
/** A write of which is not known whom it concerns. */
const EVERYBODY = 'everybody';

type Viewer = Pick<Principal, 'kind' | 'id'>;
type News = Pick<DomainEvent, 'aggregateId' | 'audience'>;

const isKnown = ({ kind }: Viewer) => kind === 'USER' || kind === 'CLIENT';

/**
 * Who must not read anything older than a write: its writer, and all who are told of it and may ask for more. Whoever
 * books without an account may follow the link on another device, so what they write is awaited by all who have none.
 */
export function concernedBy(viewer: Viewer, events: readonly News[]): string[] {
  const told = events.flatMap(({ aggregateId, audience }) => [aggregateId, ...audience]);
  if (isKnown(viewer)) return [...new Set([viewer.id, ...told, ...(events.length > 0 ? [ANYBODY] : [])])];
  // Somebody who signs in was nobody a moment ago: where no event says who it is, all wait.
  return events.length > 0 ? [...new Set([ANYBODY, ...told])] : [EVERYBODY];
}

/** Whose writes a reader has to see. */
export function awaitedBy(viewer: Viewer): string[] {
  return [EVERYBODY, isKnown(viewer) ? viewer.id : ANYBODY];
}
