import type { SubgraphResult } from '#platform/subgraph.ts';

/** What came of one event: made once, for all who asked the same. */
export interface Message {
  readonly result: SubgraphResult;
  /** The result as it is sent. */
  readonly json: string;
  /** Where the event stands in its log; null where it has no place in one. */
  readonly cursor: string | null;
}

export function messageOf(result: SubgraphResult, cursor: string | null): Message {
  return { result, json: JSON.stringify(result), cursor };
}

/** What a reader that was too slow is told with the first event behind those it did not get. */
interface Gap {
  /** Events that were left out. */
  missed: number;
  /** A subscription with this `after` gets them; null: ask for the whole state again. */
  after: string | null;
}

/** The message with a mark in its `extensions.gap`. */
export function withGap({ result }: Message, gap: Gap): string {
  return JSON.stringify({ ...result, extensions: { ...result.extensions, gap } });
}
