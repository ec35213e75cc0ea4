import { createClient } from 'graphql-ws';
import type { GraphError } from './answer.ts';
import type { TestGraph } from './graph.ts';

/** What of the graph is asked, and by whom. */
export interface Asking {
  /** Where a contract is served; left out: `/graphql`. */
  path?: string;
  /** `almanac-version` */
  version?: string;
  key?: string | undefined;
  variables?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

export interface Heard {
  // biome-ignore lint/suspicious/noExplicitAny: whatever a test asked for.
  data?: any;
  errors?: GraphError[];
  /** Which version is said to have answered. */
  version?: string | null;
}

export type Way = (query: string | undefined, asking?: Asking) => Promise<Heard>;

const bearer = (key: string | undefined) => (key ? { authorization: `Bearer ${key}` } : {});
const versionHeader = (version: string | undefined) =>
  version === undefined ? {} : { 'almanac-version': version };

/** The ways by which an operation with one result can be run. */
export function waysInto(graph: TestGraph): Record<'http' | 'stream' | 'socket', Way> {
  const urlOf = ({ path = '/graphql' }: Asking) => new URL(path, graph.url).href;

  const post = (accept: string, query: string | undefined, asking: Asking) =>
    fetch(urlOf(asking), {
      method: 'POST',
      headers: {
        accept,
        'content-type': 'application/json',
        ...bearer(asking.key),
        ...versionHeader(asking.version),
      },
      body: JSON.stringify({ query, variables: asking.variables, extensions: asking.extensions }),
    });

  return {
    async http(query, asking = {}) {
      const response = await post('application/json', query, asking);
      return { ...((await response.json()) as Heard), version: response.headers.get('almanac-version') };
    },
    async stream(query, asking = {}) {
      const response = await post('text/event-stream', query, asking);
      const text = await response.text();
      // What is refused before the stream is open is an ordinary answer.
      const json = /^data: (.+)$/m.exec(text)?.[1] ?? text;
      return { ...(JSON.parse(json) as Heard), version: response.headers.get('almanac-version') };
    },
    async socket(query, asking = {}) {
      let version: string | null = null;
      const client = createClient({
        url: urlOf(asking).replace('http', 'ws'),
        retryAttempts: 0,
        connectionParams: { ...bearer(asking.key), ...versionHeader(asking.version) },
        on: {
          connected: (_socket, acknowledged) => {
            version = String(acknowledged?.['almanac-version']);
          },
        },
      });
      const { variables, extensions } = asking;
      const operation = {
        query: query ?? '',
        ...(variables && { variables }),
        ...(extensions && { extensions }),
      };
      try {
        for await (const result of client.iterate(operation))
          return { ...(result as unknown as Heard), version };
        return { version };
      } catch (error) {
        if (Array.isArray(error)) return { errors: error as GraphError[], version };
        throw error;
      } finally {
        await client.dispose();
      }
    },
  };
}

/** `ok`, or the code of the first error. */
export const outcomeOf = ({ data, errors }: Heard): string =>
  errors?.[0]?.extensions.code ?? (data ? 'ok' : 'nothing');
