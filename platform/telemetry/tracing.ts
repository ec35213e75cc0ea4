import {
  type Attributes,
  context,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { TelemetryConfig } from './config.ts';

export { SpanKind };

/** None while traces go nowhere: then nothing below costs more than looking at this. */
let tracer: Tracer | null = null;

interface SpanOptions {
  kind?: SpanKind;
  attributes?: Attributes;
  /** Begins a trace of its own. */
  root?: boolean;
  /** What led to it in another trace. */
  links?: Link[];
}

type TracingConfig = Pick<
  TelemetryConfig,
  'OTEL_SDK_DISABLED' | 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'
>;

/** Where traces go, as the OpenTelemetry specification reads its variables. */
function endpointOf(config: TracingConfig): string | undefined {
  if (config.OTEL_SDK_DISABLED) return undefined;
  const base = config.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, '');
  return config.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base}/v1/traces`);
}

/**
 * Starts to send traces by OTLP over HTTP. The packages that do so are not even loaded without an endpoint; they
 * read the specification's other variables themselves.
 */
export async function startTracing(service: string, config: TracingConfig): Promise<() => Promise<void>> {
  const url = endpointOf(config);
  if (!url) return async () => {};
  const [{ NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const named = resources.resourceFromAttributes({ 'service.name': service });
  // What the environment says of the process comes last and so wins.
  const given = resources.detectResources({ detectors: [resources.envDetector] });
  const provider = new NodeTracerProvider({
    resource: resources.defaultResource().merge(named).merge(given),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  provider.register();
  tracer = provider.getTracer('almanac');
  return async () => {
    tracer = null;
    await provider.shutdown();
    trace.disable();
    context.disable();
    propagation.disable();
  };
}

export const isTracing = () => tracer !== null;

/** Neither messages nor stacks: they may quote what somebody wrote. */
export function markFailed(span: Span | undefined, error: unknown): void {
  const { code, name } = error as { code?: unknown; name?: unknown };
  const type = typeof code === 'string' ? code : String(name ?? 'Error');
  span?.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR });
}

/** Runs `work` as a span of the current trace, or simply runs it. */
export async function inSpan<T>(
  name: string,
  options: SpanOptions,
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  if (!tracer) return work(undefined);
  return tracer.startActiveSpan(name, options, async span => {
    try {
      return await work(span);
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A span without a scope, for what begins and ends in different functions; none outside of a trace. */
export function openSpan(name: string, options: SpanOptions = {}): Span | undefined {
  return tracer && trace.getActiveSpan() ? tracer.startSpan(name, options) : undefined;
}

/** What belongs to nobody's trace, as what goes on long after the request that began it. */
export function untraced<T>(work: () => T): T {
  return tracer ? context.with(ROOT_CONTEXT, work) : work();
}

/** The span that the running code is part of. */
export const currentSpan = (): Span | undefined => (tracer ? trace.getActiveSpan() : undefined);

/** What a call to another process has to carry for the trace to go on there (W3C Trace Context). */
export function traceHeaders(): Record<string, string> {
  if (!tracer) return {};
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
}

/** Goes on with the trace of a caller who is trusted. Of what it sent, nothing but the trace's own is read. */
export function continueTrace<T>(headers: Readonly<Record<string, unknown>>, work: () => T): T {
  if (!tracer) return work();
  const { traceparent, tracestate } = headers;
  const carrier = { traceparent, ...(typeof tracestate === 'string' && { tracestate }) };
  return context.with(propagation.extract(ROOT_CONTEXT, carrier), work);
}

/** What a line of the log says so that it is found from its trace. */
export function traceFields(): Record<string, string> {
  const found = currentSpan()?.spanContext();
  return found ? { trace_id: found.traceId, span_id: found.spanId } : {};
}
