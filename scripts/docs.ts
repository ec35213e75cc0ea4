/**
 * Writes the pages of docs/ that the code knows better than any author: `npm run docs`. `--check` writes
 * nothing and fails where a page is not what the code says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSchema, type GraphQLEnumType, parse } from 'graphql';
import { z } from 'zod';
import { projectFolder } from '#platform/config.ts';
import { errorCodes } from '#platform/errors.ts';
import { gatewayConfig } from '../gateway/config.ts';
import { protectionConfig } from '../gateway/protection/config.ts';
import { identityConfig } from '../subgraphs/identity/config.ts';
import { integrationsConfig } from '../subgraphs/integrations/config.ts';
import { schedulingConfig } from '../subgraphs/scheduling/config.ts';
import { transitions } from '../subgraphs/scheduling/domain/booking-state.ts';
import { workerConfig } from '../worker/config.ts';
import { authorizationPage } from './authorization-page.ts';
import { migrateConfig } from './migrate-config.ts';
import { operationCostsPage } from './operation-costs-page.ts';
import { tzImpactConfig } from './tz-impact-config.ts';
import { verifyBookingsConfig } from './verify-bookings-config.ts';

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const generated = '<!-- Written by `npm run docs`. -->';
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n');

function errorsPage(): string {
  const api = buildSchema(readFileSync(join(projectFolder, 'schema/api.graphql'), 'utf8'));
  const problems = (api.getType('ProblemCode') as GraphQLEnumType).getValues();
  const codes = Object.entries(errorCodes).map(([code, { status, description }]) => [
    `\`${code}\``,
    String(status),
    description,
  ]);
  return `${generated}
# Errors

Two kinds of things go wrong, and a client handles them in two places.

**Problems** are outcomes that a caller has to show: somebody else was faster, a handle is taken. They are
members of a mutation's result union and implement \`Problem { code message }\`; the members' own fields say more.

${table(
  ['`code` of a problem', 'meaning'],
  problems.map(({ name, description }) => [`\`${name}\``, description ?? '']),
)}

**Errors** are everything else. They stand in \`errors\` with \`extensions.code\` from the list below and
\`extensions.requestId\`, which is also the response's \`x-request-id\`: quote it when you ask us. \`extensions.field\`
names the input that is meant, \`extensions.requiredScope\` the scope that a credential lacks and
\`extensions.retryAfter\` the seconds to wait. Messages are English and may change; codes do not.

The HTTP status is that of the first error's code where a response holds no data at all, and 200 where it holds
some. A WebSocket that cannot be opened is closed with 4000 + status: 4401 for a wrong key, 4403 for a foreign page.

${table(['`extensions.code`', 'HTTP', 'what happened, what to do'], codes)}
`;
}

interface Variable {
  description?: string;
  default?: unknown;
}

function configurationPage(): string {
  const processes: [string, string, z.ZodObject][] = [
    ['Gateway', 'node dist/gateway/main.js', gatewayConfig],
    ['Identity', 'node dist/subgraphs/identity/main.js', identityConfig],
    ['Scheduling', 'node dist/subgraphs/scheduling/main.js', schedulingConfig],
    ['Integrations', 'node dist/subgraphs/integrations/main.js', integrationsConfig],
    ['Worker', 'node dist/worker/main.js', workerConfig],
    ['Migrations', 'npm run db:migrate', migrateConfig],
    ['Bookings that a new tz database moves', 'npm run bookings:tz-impact', tzImpactConfig],
    ['Bookings compared with their events', 'npm run bookings:verify', verifyBookingsConfig],
  ];
  const sections = processes.map(([name, command, shape]) => {
    const json = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
    const required = new Set(json.required ?? []);
    const rows = Object.entries(json.properties ?? {}).map(([variable, details]) => {
      const { description = '', default: fallback } = details as Variable;
      const use = required.has(variable)
        ? 'required'
        : fallback === undefined || fallback === ''
          ? 'optional'
          : `\`${fallback}\``;
      return [`\`${variable}\``, use, description];
    });
    return `## ${name}\n\n\`${command}\`\n\n${table(['variable', 'default', 'meaning'], rows)}`;
  });
  return `${generated}
# Configuration

Every process reads its environment once, at the start. What is missing or wrong is said all at once, and the
process ends with exit code 1; values are never printed. No secret has a default.

${sections.join('\n\n')}
`;
}

function bookingStatesPage(): string {
  const arrows = transitions.map(({ action, from, to }) => `  ${from ?? '[*]'} --> ${to}: ${action}`);
  return `${generated}
# States of a booking

What is not drawn is refused with \`TransitionRefused { from to }\`.

\`\`\`mermaid
stateDiagram-v2
${arrows.join('\n')}
\`\`\`

${table(
  ['action', 'from', 'to'],
  transitions.map(({ action, from, to }) => [action, from ?? 'none', to]),
)}
`;
}

const supergraphSdl = readFileSync(join(projectFolder, 'schema/supergraph.graphql'), 'utf8');
const maximumCost = protectionConfig.MAX_OPERATION_COST.parse(undefined);

const pages = {
  'authorization.md': `${generated}\n${authorizationPage(parse(supergraphSdl), table)}`,
  'errors.md': errorsPage(),
  'configuration.md': configurationPage(),
  'booking-states.md': bookingStatesPage(),
  'operation-costs.md': `${generated}${operationCostsPage(supergraphSdl, table, maximumCost)}`,
};
let stale = 0;
for (const [name, text] of Object.entries(pages)) {
  const file = join(projectFolder, 'docs', name);
  if (!options.check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    stale++;
    console.error(`docs/${name} is not what the code says. Run: npm run docs`);
  }
}
if (stale > 0) process.exit(1);
console.log(options.check ? 'The generated pages are current.' : `Wrote ${Object.keys(pages).join(', ')}.`);
