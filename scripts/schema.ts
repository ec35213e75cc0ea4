/**
 * Prints the subgraphs, composes the supergraph and prints the API that clients see.
 * `--check` writes nothing and fails where the committed files are not what the code says, or where the API
 * lost something that the commit named by `--since` (HEAD unless given) had.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { composeServices as compose } from '@theguild/federation-composition';
import {
  buildSchema,
  type GraphQLSchema,
  graphqlSync,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';
import { projectFolder } from '#platform/config.ts';
import { createIdentitySchema } from '../subgraphs/identity/schema.ts';
import { createIntegrationsSchema } from '../subgraphs/integrations/schema.ts';
import { createSchedulingSchema } from '../subgraphs/scheduling/schema.ts';

const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, since: { type: 'string', default: 'HEAD' } },
});

const subgraphs = {
  identity: createIdentitySchema(),
  scheduling: createSchedulingSchema(),
  integrations: createIntegrationsSchema(),
};

function sdlOf(schema: GraphQLSchema): string {
  const { data } = graphqlSync({ schema, source: '{ _service { sdl } }' }) as {
    data: { _service: { sdl: string } };
  };
  return `${data._service.sdl.trim()}\n`;
}

function composeSupergraph(sdl: Record<string, string>): string {
  const services = Object.entries(sdl).map(([name, text]) => ({
    name,
    typeDefs: parse(text),
    url: `http://${name}`,
  }));
  const result = compose(services);
  if (result.errors) throw new Error(result.errors.map(error => error.message).join('\n'));
  // Apollo's own composition has the last word on what is legal.
  const second = composeServices(services);
  if (second.errors) throw new Error(second.errors.map(error => error.message).join('\n'));
  return `${result.supergraphSdl.trim()}\n`;
}

function printApi(supergraphSdl: string): string {
  const schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

const files: Record<string, string> = {};
for (const [name, schema] of Object.entries(subgraphs)) files[`${name}.graphql`] = sdlOf(schema);
files['supergraph.graphql'] = composeSupergraph(
  Object.fromEntries(Object.keys(subgraphs).map(name => [name, files[`${name}.graphql`] ?? ''])),
);
files['api.graphql'] = printApi(files['supergraph.graphql']);

const pathOf = (file: string) => join(projectFolder, 'schema', file);

async function breakingChanges(): Promise<string[]> {
  let before: string;
  try {
    before = execFileSync('git', ['show', `${options.since}:schema/api.graphql`], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch {
    // The first commit, or a checkout without history: there is nothing to break.
    return [];
  }
  const changes = await diff(buildSchema(before), buildSchema(files['api.graphql'] ?? ''));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}

if (options.check) {
  const stale = Object.keys(files).filter(file => {
    try {
      return readFileSync(pathOf(file), 'utf8') !== files[file];
    } catch {
      return true;
    }
  });
  const broken = await breakingChanges();
  for (const file of stale) console.error(`schema/${file} is not what the code says. Run: npm run schema`);
  for (const change of broken) console.error(`Breaking change of the API: ${change}`);
  if (stale.length + broken.length > 0) process.exit(1);
  console.log('The schema files are current and the API lost nothing.');
} else {
  for (const [file, text] of Object.entries(files)) writeFileSync(pathOf(file), text);
  console.log(
    `Wrote ${Object.keys(files)
      .map(file => `schema/${file}`)
      .join(', ')}.`,
  );
}
