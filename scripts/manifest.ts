/**
 * Writes the operations of examples/operations/ as a manifest of persisted operations: `npm run manifest -- FILE`. A gateway
 * reads it by PERSISTED_OPERATIONS_MANIFEST.
 */
import { writeFileSync } from 'node:fs';
import { exampleManifest } from './example-operations.ts';

const [file = 'persisted-operations.json'] = process.argv.slice(2);
const manifest = exampleManifest();
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`Wrote ${manifest.operations.length} operations to ${file}.`);
