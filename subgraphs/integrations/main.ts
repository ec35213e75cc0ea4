import { runSubgraph } from '#platform/subgraph-process.ts';
import { createIntegrationsApp } from './app.ts';
import { integrationsConfig } from './config.ts';

await runSubgraph('integrations', integrationsConfig, createIntegrationsApp);
