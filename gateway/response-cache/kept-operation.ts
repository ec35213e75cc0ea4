import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { JsonObject } from '#platform/json.ts';
import type { Caller } from '../caller.ts';
import { compileExecution, type Execute, type Result } from '../execution/execute.ts';
import type { Fetch } from '../execution/run.ts';
import type { LoadedSupergraph } from '../supergraph.ts';
import { cachePolicyOf } from './cache-policy.ts';
import type { ResponseCache } from './response-cache.ts';
import { tagsIn, withTags } from './tagged-document.ts';

interface Asked {
  caller: Caller;
  /** As they were sent, and with what they are by default. */
  variables: Readonly<JsonObject>;
  coerced: Readonly<JsonObject>;
}

/** An operation whose responses may be kept. Gives null where it has to be run as any other. */
export type AnswerKept = (asked: Asked) => Promise<Result | null>;

interface Source {
  supergraph: LoadedSupergraph;
  cache: ResponseCache;
  fetchFor: (caller: Caller) => Fetch;
}

/**
 * For operations in one graph, as clients see it: what is kept of another is not for them. The ids that a response is
 * made of are fetched beside what the client asked for; the answer is shaped by the client's own document.
 */
export function keepOperations({ supergraph, cache, fetchFor }: Source) {
  const { schema, supergraphSchema } = supergraph;

  return (key: string, document: DocumentNode, operation: OperationDefinitionNode): AnswerKept | null => {
    if (operation.operation !== 'query') return null;
    const policy = cachePolicyOf(supergraphSchema, document, operation);
    if (policy.maxAge <= 0 || policy.scope !== 'PUBLIC') return null;
    const tagged = withTags(supergraphSchema, document);
    if (!tagged) return null;
    let execute: Execute | undefined;

    function compile(): Execute {
      const plan = supergraph.plan(tagged?.document ?? document, operation.name?.value);
      return compileExecution({ schema, supergraphSchema, document, operation, plan });
    }

    return async ({ caller, variables, coerced }) => {
      if (!cache.applies({ caller, policy, variables: coerced })) return null;
      return cache.answer({
        caller,
        // Each API of each graph has an id of its own.
        key: [supergraph.id, key, coerced],
        variables: coerced,
        policy,
        isTagged: tagged.isTagged,
        async read() {
          execute ??= compile();
          let tags: ReadonlySet<string> = new Set();
          // Others may wait for it, too: it is not for one of them to break off. Nor is it for one moment only.
          const fetch = fetchFor({ ...caller, signal: undefined, mustBeCurrent: true });
          const found = (data: JsonObject) => {
            tags = tagsIn(data);
          };
          const result = await execute({ variables, fetch, found });
          return { result, tags };
        },
      });
    };
  };
}
