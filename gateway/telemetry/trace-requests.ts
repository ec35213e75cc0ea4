import type { FastifyInstance } from 'fastify';
import { isWithin } from '#platform/client-address.ts';
import { continueTrace, inSpan, isTracing, SpanKind } from '#platform/telemetry/tracing.ts';
import { acceptedStream } from '../live/event-stream.ts';

/**
 * Each request to the graph that is answered at once is a span, from before it is known who asks. It goes on with
 * the trace that came with it where a trusted proxy sent it: anybody else could choose what is recorded, and into
 * whose trace it goes.
 */
export function traceRequests(app: FastifyInstance, trustedProxies: readonly string[]): void {
  if (!isTracing()) return;
  // The last hook before the handler: reading the body loses what an earlier one set.
  app.addHook('preHandler', (request, reply, done) => {
    if (!request.routeOptions.config.contract || request.ws || acceptedStream(request)) return done();
    const isTrusted = isWithin(request.socket.remoteAddress ?? '', trustedProxies);
    const options = { kind: SpanKind.SERVER, attributes: { 'request.id': request.id } };
    const untilAnswered = () =>
      new Promise<void>(resolve => {
        reply.raw.once('close', resolve);
        done();
      });
    void continueTrace(isTrusted ? request.headers : {}, () => inSpan('graphql', options, untilAnswered));
  });
}
