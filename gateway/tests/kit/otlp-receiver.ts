import fastify from 'fastify';

interface AnyValue {
  stringValue?: string;
  intValue?: string | number;
  boolValue?: boolean;
}

interface WireSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: AnyValue }[];
  events: { name: string; attributes: { key: string; value: AnyValue }[] }[];
  links?: { traceId: string; spanId: string }[];
  status: { code?: number };
}

export interface ReceivedSpan extends Omit<WireSpan, 'attributes' | 'events'> {
  attributes: Record<string, AnyValue[keyof AnyValue]>;
  events: { name: string; attributes: Record<string, AnyValue[keyof AnyValue]> }[];
  service: string | undefined;
}

const valuesOf = (list: WireSpan['attributes']) =>
  Object.fromEntries(
    list.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.boolValue]),
  );

/** Takes what an OpenTelemetry exporter sends by OTLP over HTTP. */
export async function startOtlpReceiver() {
  const spans: ReceivedSpan[] = [];
  /** Everything that was sent, as it was. */
  const bodies: string[] = [];
  const app = fastify({ bodyLimit: 50_000_000, forceCloseConnections: true });
  app.post('/v1/traces', async request => {
    bodies.push(JSON.stringify(request.body));
    const { resourceSpans } = request.body as {
      resourceSpans: {
        resource: { attributes: WireSpan['attributes'] };
        scopeSpans: { spans: WireSpan[] }[];
      }[];
    };
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = valuesOf(resource.attributes)['service.name'] as string | undefined;
      for (const span of scopeSpans.flatMap(scope => scope.spans)) {
        const events = (span.events ?? []).map(({ name, attributes }) => ({
          name,
          attributes: valuesOf(attributes ?? []),
        }));
        spans.push({ ...span, service, events, attributes: valuesOf(span.attributes ?? []) });
      }
    }
    return {};
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, spans, bodies, stop: () => app.close() };
}
