import { messageOf, scrub } from './scrub.ts';

/** Where an error happened, in words that say nothing of whom. */
interface ErrorPlace {
  requestId?: string;
  /** Of the field in the response. */
  path?: string;
  job?: string;
}

type Report = (error: unknown, place: ErrorPlace) => void;

/** None unless an address for reports is configured. */
let report: Report | null = null;

/** Tells people of an error that nobody expected. Costs nothing where nobody wants to know. */
export const reportError: Report = (error, place) => report?.(error, place);

const FLUSH_MS = 2_000;
const DEADLINE_MS = 10_000;

/**
 * Sends unexpected errors to Sentry, or to what speaks its protocol. Of its SDK only the core is used, and loaded
 * only here: the rest of it watches modules as they load, which our own traces do already.
 */
export async function startErrorReports(
  service: string,
  dsn: string | undefined,
): Promise<() => Promise<void>> {
  if (!dsn) return async () => {};
  const [{ createStackParser, createTransport, Scope }, { nodeStackLineParser, ServerRuntimeClient }] =
    await Promise.all([import('@sentry/core'), import('@sentry/core/server')]);
  const client = new ServerRuntimeClient({
    dsn,
    integrations: [],
    platform: 'node',
    runtime: { name: 'node', version: process.version },
    serverName: service,
    sendClientReports: false,
    stackParser: createStackParser(nodeStackLineParser()),
    transport: options =>
      createTransport(options, async ({ body }) => {
        const { status, headers } = await fetch(options.url, {
          method: 'POST',
          body: body as string | Uint8Array<ArrayBuffer>,
          headers: { 'content-type': 'application/x-sentry-envelope' },
          signal: AbortSignal.timeout(DEADLINE_MS),
        });
        return {
          statusCode: status,
          headers: {
            'retry-after': headers.get('retry-after'),
            'x-sentry-rate-limits': headers.get('x-sentry-rate-limits'),
          },
        };
      }),
  });
  client.init();
  report = (error, place) => {
    const scope = new Scope();
    scope.setTags({ service, ...place });
    client.captureException(scrubbed(error), {}, scope);
  };
  return async () => {
    report = null;
    await client.close(FLUSH_MS);
  };
}

/** The same error for reading: name, message and stack stay, what it carries does not. */
function scrubbed(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(scrub(String(error)));
  const message = messageOf(error);
  const copy = new Error(message);
  copy.name = error.name;
  copy.stack = (error.stack ?? '').replace(error.message, () => message);
  return copy;
}
