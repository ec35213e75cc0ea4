import type { GraphResult } from './http.ts';
import { createStore } from './store.ts';

/** How the connection of the subscription is doing. */
export type LiveState = 'idle' | 'connecting' | 'live' | 'waiting' | 'ended';

export type Tone = 'plain' | 'good' | 'waiting' | 'bad';

/** An event as it came. */
export interface LiveEvent {
  kind: 'event';
  id: number;
  /** The first event has number 1. */
  number: number;
  at: Date;
  title: string;
  isError: boolean;
  cursor: string | null;
  /** Milliseconds between what happened and its arrival, by two clocks. */
  delay: number | null;
  bytes: number;
  json: string;
}

/** What happened to the subscription itself. */
export interface LiveNote {
  kind: 'note';
  id: number;
  at: Date;
  tone: Tone;
  text: string;
  /** A subscription with this `after` gets what this note says is missing. */
  after?: string;
}

export type LiveEntry = LiveEvent | LiveNote;

export interface LiveLog {
  state: LiveState;
  /** The operation's name, and its text. */
  name: string;
  query: string;
  /** The oldest first. */
  entries: readonly LiveEntry[];
  received: number;
  /** Events that are known to be missing; null: nobody knows. */
  missed: number | null;
  /** Of the last event; null before it, and where events have none. */
  cursor: string | null;
  /** Why it could not go on behind the last event; null where it can. */
  obstacle: string | null;
  /** Milliseconds there and back again. */
  roundTrip: number | null;
}

export const MAX_ENTRIES = 500;

const nothing: LiveLog = {
  state: 'idle',
  name: '',
  query: '',
  entries: [],
  received: 0,
  missed: 0,
  cursor: null,
  obstacle: null,
  roundTrip: null,
};

export const liveLog = createStore<LiveLog>(nothing);

let lastId = 0;

function change(changes: Partial<LiveLog>): void {
  liveLog.set({ ...liveLog.get(), ...changes });
}

function append(entry: LiveEntry, changes: Partial<LiveLog> = {}): void {
  change({ ...changes, entries: [...liveLog.get().entries, entry].slice(-MAX_ENTRIES) });
}

export function note(tone: Tone, text: string, changes: Partial<LiveLog> = {}, after?: string | null): void {
  append({ kind: 'note', id: ++lastId, at: new Date(), tone, text, ...(after && { after }) }, changes);
}

/** A subscription begins. What an earlier one told stays, but its cursor says nothing to another. */
export function beginLog(begun: Pick<LiveLog, 'name' | 'query' | 'obstacle' | 'cursor'>): void {
  change({ ...begun, state: 'connecting', received: 0, missed: 0, roundTrip: null });
}

export function changeState(state: LiveState): void {
  change({ state });
}

export function measured(roundTrip: number): void {
  change({ roundTrip });
}

export function clearLog(): void {
  change({ entries: [] });
}

interface Gap {
  missed: number;
  after: string | null;
}

/** What the server says with the first event behind those that it left out for a reader that was too slow. */
function gapIn({ extensions }: GraphResult): Gap | null {
  return (extensions?.['gap'] as Gap | undefined) ?? null;
}

interface Reading {
  title: string;
  cursor: string | null;
  happenedAt: string | null;
}

export function logResult(result: GraphResult, { title, cursor, happenedAt }: Reading): void {
  const gap = gapIn(result);
  const { received, missed } = liveLog.get();
  if (gap) {
    const known = missed === null ? null : missed + gap.missed;
    const remedy = gap.after ? '' : ' Ask for the whole state again.';
    note(
      'bad',
      `${gap.missed} events were left out: we read too slowly.${remedy}`,
      { missed: known },
      gap.after,
    );
  }
  const at = new Date();
  const compact = JSON.stringify(result);
  const event: LiveEvent = {
    kind: 'event',
    id: ++lastId,
    number: received + 1,
    at,
    title,
    isError: Boolean(result.errors?.length),
    cursor,
    delay: happenedAt === null ? null : at.getTime() - Date.parse(happenedAt),
    bytes: new TextEncoder().encode(compact).length,
    json: JSON.stringify(result, null, 2),
  };
  append(event, { received: received + 1, ...(cursor !== null && { cursor }) });
}
