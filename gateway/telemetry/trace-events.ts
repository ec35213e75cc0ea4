import { continueTrace, currentSpan, inSpan, SpanKind } from '#platform/telemetry/tracing.ts';

/**
 * Makes a span of what is done for each event of a subscription: it goes on with the trace that the subgraph began for
 * the event, and links to the beginning of the subscription that opened the upstream.
 */
export function eventTracer(subgraph: string, requestId: string) {
  const opened = currentSpan()?.spanContext();
  const links = opened ? [{ context: opened }] : [];
  return <T>(
    { trace }: { trace: Readonly<Record<string, string>> },
    subscribers: number,
    work: () => Promise<T>,
  ): Promise<T> => {
    const attributes = { 'graphql.subgraph': subgraph, 'request.id': requestId, subscribers };
    const options = { kind: SpanKind.CONSUMER, links, attributes };
    return continueTrace(trace, () => inSpan('subscription event', options, work));
  };
}
