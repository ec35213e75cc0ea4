import { runSubgraph } from '#platform/subgraph-process.ts';
import { oauthPaths } from '../../schema/web-paths.ts';
import { createIdentityApp } from './app.ts';
import { identityConfig } from './config.ts';

await runSubgraph('identity', identityConfig, createIdentityApp, oauthPaths);
