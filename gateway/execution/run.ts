import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { JsonObject } from '#platform/json.ts';

/** One operation for one subgraph, as the planner wrote it. */
interface FetchRequest {
  service: string;
  query: string;
  variables: JsonObject;
}

export interface FetchAnswer {
  data?: JsonObject | null | undefined;
  errors?: readonly GraphQLFormattedError[] | undefined;
}

/** Asks a subgraph in the name of whoever sent the operation. Failures are errors of the answer. */
export type Fetch = (request: FetchRequest) => Promise<FetchAnswer>;

/** One execution of a plan. */
export interface Run {
  readonly variables: Readonly<JsonObject>;
  readonly fetch: Fetch;
  /** What was found so far, under response names and with all that later fetches need. */
  readonly data: JsonObject;
  readonly errors: GraphQLError[];
}

/** A part of a plan, compiled. */
export type Step = (run: Run) => Promise<void>;
