import type { FormattedExecutionResult } from 'graphql';
import { isTracing, traceHeaders } from './telemetry/tracing.ts';

type SubgraphResult = FormattedExecutionResult<Record<string, unknown>>;

/** What the source of a subscription may say of itself. */
export interface LiveSource {
  /** The cursor behind which it begins, where its events stand in a log. */
  readonly from?: string;
  /** Whether each event tells the whole state, so that the last one tells a newcomer everything. */
  readonly isState?: boolean;
}

/** What a subgraph says of an event to whoever shares it out: in `extensions.live`, and never to clients. */
interface LiveMarks {
  /** The first word of a subscription: it is open. No event yet. */
  isOpen?: true;
  /** `after: cursor` continues behind this. */
  cursor?: string;
  isState?: boolean;
  /** W3C trace context of what the subgraph did for the event, where anybody follows traces. */
  trace?: Readonly<Record<string, string>>;
}

/** Says that a subscription is open: what is committed from now on is told. */
export function openingMark({ from, isState = false }: LiveSource): SubgraphResult {
  const live: LiveMarks = { isOpen: true, isState, ...(from !== undefined && { cursor: from }) };
  return { extensions: { live } };
}

export function withMarks(
  result: SubgraphResult,
  { isState = false }: LiveSource,
  payload: unknown,
): SubgraphResult {
  const cursor = (payload as { cursor?: unknown } | null)?.cursor;
  const live: LiveMarks = {
    isState,
    ...(typeof cursor === 'string' && { cursor }),
    ...(isTracing() && { trace: traceHeaders() }),
  };
  return { ...result, extensions: { ...result.extensions, live } };
}

export function marksOf({ extensions }: SubgraphResult): LiveMarks {
  return (extensions?.['live'] as LiveMarks | undefined) ?? {};
}
