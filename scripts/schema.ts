/**
 * Prints the subgraphs, composes the supergraph and prints the API that clients of each contract see.
 * `--check` writes nothing and fails where the committed files are not what the code says, or where a
 * version of the API lost something that the commit named by `--since` (HEAD unless given) had.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composeServices } from '@apollo/composition';
import { type Schema, Supergraph } from '@apollo/federation-internals';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { composeServices as compose } from '@theguild/federation-composition';
import { type GraphQLSchema, graphqlSync, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { projectFolder } from '#platform/config.ts';
import { type Contract, contractNames } from '../gateway/contracts/contract.ts';
import { type ApiSelection, apiSchemaOf, versionsIn } from '../gateway/contracts/contract-schema.ts';
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

const apiOf = (composed: Schema, selection: ApiSelection) =>
  lexicographicSortSchema(apiSchemaOf(composed, selection).toGraphQLJSSchema());

const files: Record<string, string> = {};
for (const [name, schema] of Object.entries(subgraphs)) files[`${name}.graphql`] = sdlOf(schema);
files['supergraph.graphql'] = composeSupergraph(
  Object.fromEntries(Object.keys(subgraphs).map(name => [name, files[`${name}.graphql`] ?? ''])),
);
const composed = Supergraph.build(files['supergraph.graphql']).schema;
const versions = versionsIn(composed);

/** Where the API of a contract is printed, as it is in the newest version. */
const fileOf = (contract: Contract) =>
  contract === 'internal' ? 'api.graphql' : `contracts/${contract}.graphql`;

for (const contract of contractNames) {
  // Each is made, so that none fails where it is served; the last is printed.
  for (const version of versions)
    files[fileOf(contract)] = `${printSchema(apiOf(composed, { contract, version }))}\n`;
}

const pathOf = (file: string) => join(projectFolder, 'schema', file);

/** The composed graph as it was; null at the first commit, and in a checkout without history: there is nothing to break. */
function composedBefore(): Schema | null {
  let sdl: string;
  try {
    sdl = execFileSync('git', ['show', `${options.since}:schema/supergraph.graphql`], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch {
    return null;
  }
  return Supergraph.build(sdl).schema;
}

/** What clients of any contract that there was, in any version that there was, have lost. */
async function breakingChanges(): Promise<string[]> {
  const before = composedBefore();
  if (!before) return [];
  const isTagged = before.directive('tag') !== undefined;
  const found: string[] = [];
  for (const version of versionsIn(before)) {
    for (const contract of contractNames) {
      // Before there were tags there was one API for everybody.
      if (!isTagged && contract !== 'internal') continue;
      const selection = { contract, version };
      const changes = await diff(apiOf(before, selection), apiOf(composed, selection));
      for (const { criticality, message } of changes) {
        if (criticality.level === CriticalityLevel.Breaking) found.push(`${contract} ${version}: ${message}`);
      }
    }
  }
  return found;
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
