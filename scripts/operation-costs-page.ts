import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  visit,
} from 'graphql';
import { projectFolder } from '#platform/config.ts';
import { costOfPlan } from '../gateway/protection/cost.ts';
import { scoreOf } from '../gateway/protection/score.ts';
import { loadSupergraph } from '../gateway/supergraph.ts';

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

const LARGEST_PAGE = 100;
const LARGEST_PAGE_OF_SLOTS = 1000;

/** Each operation of a document by itself, with the fragments that it uses. */
export function operationsIn(document: DocumentNode): { name: string; document: DocumentNode }[] {
  const fragments = new Map(
    document.definitions
      .filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map(fragment => [fragment.name.value, fragment]),
  );
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return (operations as OperationDefinitionNode[]).map(operation => {
    const used = new Map<string, FragmentDefinitionNode>();
    const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
      visit(node, {
        FragmentSpread({ name: { value } }) {
          const fragment = fragments.get(value);
          if (!fragment || used.has(value)) return;
          used.set(value, fragment);
          collect(fragment);
        },
      });
    collect(operation);
    const definitions = [operation, ...used.values()];
    return { name: operation.name?.value ?? '', document: { kind: Kind.DOCUMENT, definitions } };
  });
}

/** The documents of the examples, by file. */
export function exampleDocuments(): [string, DocumentNode][] {
  const folder = join(projectFolder, 'examples/operations');
  const files = readdirSync(folder).filter(file => file.endsWith('.graphql'));
  return files
    .sort()
    .map(file => [file, parse(readFileSync(join(folder, file), 'utf8'), { noLocation: true })]);
}

/** What the examples cost: as they stand, and with the largest page that they may ask for. */
export function operationCostsPage(supergraphSdl: string, table: Table, maximum: number): string {
  const { plan, subgraphSchemas } = loadSupergraph(supergraphSdl);
  const rows = exampleDocuments().flatMap(([file, source]) =>
    operationsIn(source).map(({ name, document }) => {
      const score = costOfPlan(subgraphSchemas, plan(document, name));
      const first = name.includes('Slots') ? LARGEST_PAGE_OF_SLOTS : LARGEST_PAGE;
      return [`\`${name}\``, file, scoreOf(score, {}), scoreOf(score, { first })] as const;
    }),
  );
  const most = Math.max(...rows.map(row => row[3]));
  if (most > maximum) throw new Error(`An example costs ${most}, more than the ${maximum} that are allowed.`);
  return `
# What operations cost

The estimates of the operations in \`examples/operations/\`, as [limits.md](limits.md) says how they come about: as they stand, and with the largest
page that \`$first\` can ask for. The dearest of them costs ${most}; ${maximum} are allowed unless \`MAX_OPERATION_COST\` says otherwise.

${table(
  ['operation', 'file', 'cost', 'with the largest page'],
  rows.map(([name, file, cost, largest]) => [name, file, String(cost), String(largest)]),
)}
`;
}
