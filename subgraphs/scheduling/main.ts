import { runSubgraph } from '#platform/subgraph-process.ts';
import { createSchedulingApp } from './app.ts';
import { schedulingConfig } from './config.ts';

await runSubgraph('scheduling', schedulingConfig, createSchedulingApp);
