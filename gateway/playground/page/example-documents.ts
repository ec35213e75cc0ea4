import { type OperationSource, operationsIn } from './operation-source.ts';

const sources = import.meta.glob<string>('../../../examples/operations/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const operations = new Map<string, OperationSource>(
  Object.values(sources).flatMap(source => [...operationsIn(source)]),
);

/** An operation of the contract documents. */
export function operationOf(name: string): OperationSource {
  const found = operations.get(name);
  if (!found) throw new Error(`No document in examples/operations holds ${name}.`);
  return found;
}
