import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse, print } from 'graphql';
import { z } from 'zod';

/** The file of known operations that Apollo's tools write, too. */
const operationManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string(),
      type: z.enum(['query', 'mutation', 'subscription']),
      body: z.string().min(1),
    }),
  ),
});

export type OperationManifest = z.infer<typeof operationManifest>;

/** The same for documents that differ in white space, comments or the order of their definitions only. */
export function fingerprintOf(text: string): string | null {
  try {
    const { definitions } = parse(text, { noLocation: true });
    return createHash('sha256').update(definitions.map(print).sort().join('\n')).digest('base64');
  } catch {
    return null;
  }
}

/** Operations that are known, by id and by what they say. */
export interface KnownOperations {
  bodyOf(id: string): string | undefined;
  has(fingerprint: string | null): boolean;
}

export const noOperations: KnownOperations = { bodyOf: () => undefined, has: () => false };

function knownOperations({ operations }: OperationManifest): KnownOperations {
  const bodies = new Map(operations.map(({ id, body }) => [id, body]));
  const fingerprints = new Set(
    operations.map(({ name, body }) => {
      const fingerprint = fingerprintOf(body);
      if (!fingerprint) throw new Error(`The operation ${name} of the manifest is not GraphQL.`);
      return fingerprint;
    }),
  );
  return {
    bodyOf: id => bodies.get(id),
    has: fingerprint => fingerprint !== null && fingerprints.has(fingerprint),
  };
}

export async function loadOperationManifest(file: string): Promise<KnownOperations> {
  const manifest = operationManifest.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (manifest.success) return knownOperations(manifest.data);
  throw new Error(`${file} is no manifest of persisted operations:\n${z.prettifyError(manifest.error)}`);
}
