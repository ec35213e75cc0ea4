import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { AppError, formatError, withCode } from './errors.ts';
import { type LiveSource, openingMark, withMarks } from './live-marks.ts';
import type { Logger } from './logger.ts';
import { translateDatabaseError } from './postgres-errors.ts';
import type { Principal, PrincipalVerifier } from './principal.ts';
import { histogram, outcomeOf, secondsSince } from './telemetry/metrics.ts';
import { currentSpan, inSpan, SpanKind } from './telemetry/tracing.ts';

/** One operation for a subgraph, as the planner wrote it. */
export interface SubgraphRequest {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** What travels beside the operation. */
export interface SubgraphCall {
  /** The principal, signed. */
  token: string | undefined;
  requestId: string;
  /** The `Idempotency-Key` header of the client's request. */
  idempotencyKey?: string | undefined;
  /** Whose request it is, as the gateway saw it. */
  clientAddress?: string | undefined;
  /** What the client's program calls itself. */
  userAgent?: string | undefined;
  /** Fires when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined;
  /** Whether a subscription says when it is open, and of each event where it stands: see `live-marks.ts`. */
  hasMarks?: boolean | undefined;
  /** Whether it has to be answered from what is so now, and not by a replica that is a little behind. */
  mustBeCurrent?: boolean | undefined;
}

type SubgraphResult = FormattedExecutionResult<Record<string, unknown>>;

/** A subgraph as its callers see it, whether it runs in this process or behind HTTP. */
export interface Subgraph {
  execute(request: SubgraphRequest, call: SubgraphCall): Promise<SubgraphResult>;
  /** One result where the subscription is refused, otherwise its events. */
  subscribe(
    request: SubgraphRequest,
    call: SubgraphCall,
  ): Promise<AsyncIterableIterator<SubgraphResult> | SubgraphResult>;
}

/** Who asks and under which id; every subgraph's own context adds to it. */
export interface Operation {
  readonly viewer: Principal;
  readonly requestId: string;
  readonly idempotencyKey: string | null;
  /** One client, for limits: an IPv4 address, or an IPv6 network. `null` for work that no client asked for. */
  readonly clientAddress: string | null;
  /** What the client's program calls itself. */
  readonly userAgent: string | null;
  readonly log: Logger;
}

/** A query or a mutation that is ready to be executed. */
export interface PlannedOperation<Context> {
  kind: OperationTypeNode;
  operation: Operation;
  mustBeCurrent: boolean;
  run(context: Context): ExecutionResult | Promise<ExecutionResult>;
}

interface LocalSubgraphOptions<Context extends Operation> {
  name: string;
  schema: GraphQLSchema;
  verify: PrincipalVerifier;
  log: Logger;
  createContext(operation: Operation): Context;
  /** Executes a query or a mutation in a context of its choice; left out: in a new one. */
  perform?(planned: PlannedOperation<Context>): ExecutionResult | Promise<ExecutionResult>;
}

const DOCUMENT_CACHE_SIZE = 1000;

const duration = histogram(
  'graphql_subgraph_duration_seconds',
  'How long subgraphs worked on what they were asked. The outcome is OK or the code of the first error.',
  ['subgraph', 'outcome'],
);

/** The executor of a subgraph: what `main.ts` puts behind HTTP and what standalone calls directly. */
export function createLocalSubgraph<Context extends Operation>(
  options: LocalSubgraphOptions<Context>,
): Subgraph {
  const { name, schema, log } = options;
  const perform = options.perform ?? (({ operation, run }) => run(options.createContext(operation)));
  const documents = new LRUCache<string, DocumentNode | GraphQLError[]>({ max: DOCUMENT_CACHE_SIZE });

  function prepare(query: string): DocumentNode | GraphQLError[] {
    const known = documents.get(query);
    if (known) return known;
    let prepared: DocumentNode | GraphQLError[];
    try {
      const document = parse(query, { noLocation: true });
      const errors = validate(schema, document);
      prepared =
        errors.length === 0 ? document : errors.map(error => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    } catch (error) {
      prepared = [withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')];
    }
    documents.set(query, prepared);
    return prepared;
  }

  function present(result: ExecutionResult, requestId: string): SubgraphResult {
    if (!result.errors) return result as SubgraphResult;
    const errors = result.errors.map(error =>
      formatError(error.toJSON(), unwrapDatabaseError(error), { log, requestId }),
    );
    return { ...result, errors } as SubgraphResult;
  }

  /** Refusals come back as errors of the result: nothing is thrown at the caller. */
  async function prepareExecution(request: SubgraphRequest, call: SubgraphCall) {
    const viewer = await options.verify(call.token);
    const document = prepare(request.query);
    if (Array.isArray(document)) return document;
    const variables = readVariables(schema, document, request);
    if (Array.isArray(variables)) return variables;
    const { requestId, idempotencyKey = null, clientAddress = null, userAgent = null } = call;
    const operation = {
      viewer,
      requestId,
      idempotencyKey,
      clientAddress,
      userAgent,
      log: log.child({ requestId }),
    };
    const args = {
      schema,
      document,
      variableValues: request.variables,
      operationName: request.operationName,
    };
    return { args, operation, createContext: () => options.createContext(operation) };
  }

  async function attempt<Outcome>(call: SubgraphCall, work: () => Promise<Outcome>) {
    try {
      return await work();
    } catch (error) {
      const refusal = new GraphQLError(String(error), { originalError: error as Error });
      return present({ errors: [refusal] }, call.requestId);
    }
  }

  function run(request: SubgraphRequest, call: SubgraphCall) {
    return attempt(call, async () => {
      const prepared = await prepareExecution(request, call);
      if (Array.isArray(prepared)) return present({ errors: prepared }, call.requestId);
      const { args, operation } = prepared;
      const result = await perform({
        kind: getOperationAST(args.document, args.operationName)?.operation ?? OperationTypeNode.QUERY,
        operation,
        mustBeCurrent: call.mustBeCurrent ?? false,
        run: contextValue => execute({ ...args, contextValue }),
      });
      return present(result, call.requestId);
    });
  }

  return {
    execute(request, call) {
      const start = performance.now();
      return inSpan(`execute ${name}`, { kind: SpanKind.SERVER }, async () => {
        const result = await run(request, call);
        const outcome = outcomeOf(result.errors);
        duration.observe({ subgraph: name, outcome }, secondsSince(start));
        currentSpan()?.setAttributes({ 'graphql.operation.outcome': outcome, 'request.id': call.requestId });
        return result;
      });
    },
    subscribe: (request, call) =>
      attempt(call, async () => {
        const prepared = await prepareExecution(request, call);
        if (Array.isArray(prepared)) return present({ errors: prepared }, call.requestId);
        const { args, createContext } = prepared;
        const source = await createSourceEventStream({ ...args, contextValue: createContext() });
        if (!(Symbol.asyncIterator in source)) return present(source, call.requestId);
        // A context, and with it the loaders' caches, lives for one event.
        const resolve = async (rootValue: unknown) =>
          present(await execute({ ...args, rootValue, contextValue: createContext() }), call.requestId);
        const events = source[Symbol.asyncIterator]();
        if (!call.hasMarks) return mapResults(events, resolve);
        const live = source as LiveSource;
        return startingWith(openingMark(live), mapResults(events, markedBy(name, live, resolve)));
      }),
  };
}

/** Each event in a trace of its own: that of the subscription ended when it had begun. */
function markedBy(name: string, live: LiveSource, resolve: (payload: unknown) => Promise<SubgraphResult>) {
  return (payload: unknown) =>
    inSpan(`event ${name}`, { kind: SpanKind.PRODUCER, root: true }, async () =>
      withMarks(await resolve(payload), live, payload),
    );
}

/** What it has to say first, before the source says anything. */
export function startingWith<T>(first: T, rest: AsyncIterableIterator<T>): AsyncIterableIterator<T> {
  let hasBegun = false;
  const next = rest.next.bind(rest);
  rest.next = async () => {
    if (hasBegun) return next();
    hasBegun = true;
    return { done: false, value: first };
  };
  return rest;
}

/** Like a generator's `for await … yield`, but `return()` reaches the source at once, even while it is silent. */
export function mapResults<In, Out>(
  source: AsyncIterator<In>,
  map: (value: In) => Out | Promise<Out>,
): AsyncIterableIterator<Out> {
  return {
    async next() {
      const step = await source.next();
      return step.done ? { done: true, value: undefined } : { done: false, value: await map(step.value) };
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  } as AsyncIterableIterator<Out>;
}

/**
 * Variables are coerced here once more than by `execute`, because only here is it known that a failure is the
 * caller's input and which field it is about.
 */
function readVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  request: SubgraphRequest,
): GraphQLError[] | null {
  const operation = getOperationAST(document, request.operationName);
  if (!operation)
    return [
      withCode(new GraphQLError('The operation is not in the document.'), 'OPERATION_RESOLUTION_FAILURE'),
    ];
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
    maxErrors: 10,
  });
  return errors ? errors.map(error => withCode(error, 'BAD_USER_INPUT')) : null;
}

function unwrapDatabaseError(error: GraphQLError): unknown {
  const cause = error.originalError;
  const translated = cause ? translateDatabaseError(cause) : cause;
  return translated instanceof AppError ? translated : error;
}

export function isResult(
  outcome: AsyncIterableIterator<SubgraphResult> | SubgraphResult,
): outcome is SubgraphResult {
  return !(Symbol.asyncIterator in outcome);
}

export type { SubgraphResult };
