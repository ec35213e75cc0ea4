import { costOfPlan } from '../gateway/protection/cost.ts';
import { scoreOf } from '../gateway/protection/score.ts';
import { loadSupergraph } from '../gateway/supergraph.ts';
import { exampleDocuments, operationsIn } from './example-operations.ts';

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

const LARGEST_PAGE = 100;
const LARGEST_PAGE_OF_SLOTS = 1000;

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
