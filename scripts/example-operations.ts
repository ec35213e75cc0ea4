import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  print,
  visit,
} from 'graphql';
import { projectFolder } from '#platform/config.ts';
import type { OperationManifest } from '../gateway/protection/operation-manifest.ts';

interface ExampleOperation {
  name: string;
  type: OperationTypeNode;
  document: DocumentNode;
}

/** Each operation of a document by itself, with the fragments that it uses. */
export function operationsIn(document: DocumentNode): ExampleOperation[] {
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
    return {
      name: operation.name?.value ?? '',
      type: operation.operation,
      document: { kind: Kind.DOCUMENT, definitions },
    };
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

/** The examples as a manifest: the form in which clients tell a gateway which operations they will send. */
export function exampleManifest(): OperationManifest {
  const operations = exampleDocuments().flatMap(([, source]) =>
    operationsIn(source).map(({ name, type, document }) => {
      const body = print(document);
      return { id: createHash('sha256').update(body).digest('hex'), name, type, body };
    }),
  );
  return { format: 'apollo-persisted-query-manifest', version: 1, operations };
}
