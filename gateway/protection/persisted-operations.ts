import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { AppError } from '#platform/errors.ts';
import type { Logger } from '#platform/logger.ts';
import {
  fingerprintOf,
  type KnownOperations,
  loadOperationManifest,
  noOperations,
} from './operation-manifest.ts';
import type { SentOperation } from './sent-operation.ts';

/** How strict a gateway is with operations that it does not know; each goes further than the one before. */
export const persistedModes = ['off', 'log-unknown', 'safelist', 'id-required'] as const;
export type PersistedMode = (typeof persistedModes)[number];

/** Characters of operations that clients had kept. */
const KEPT_CHARACTERS = 10_000_000;
/** Texts whose fingerprints are remembered. */
const FINGERPRINT_CHARACTERS = 5_000_000;
/** One client's longest operations must not drive out those of all others. */
const LONGEST_KEPT = 50_000;

interface PersistedOperationsOptions {
  mode: PersistedMode;
  known: KnownOperations;
  log: Logger;
}

/** The id that a request names instead of, or beside, its operation. */
function idIn(extensions: unknown): string | null {
  const persisted = (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  if (persisted === undefined || persisted === null) return null;
  const { version, sha256Hash: id } = persisted as { version?: unknown; sha256Hash?: unknown };
  if (version === 1 && typeof id === 'string' && id !== '' && id.length <= 200) return id;
  throw new AppError('BAD_REQUEST', '`extensions.persistedQuery` must be { version: 1, sha256Hash: "…" }.');
}

/** The id of an operation that clients make up by themselves (APQ). */
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** APQ: what a client sent once with its hash is kept, so that the hash will do from then on. */
function createKeptOperations() {
  const kept = new LRUCache<string, string>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (text, id) => text.length + id.length,
  });
  return {
    recall(id: string): string {
      const text = kept.get(id);
      // The message is what clients look for.
      if (text === undefined) throw new AppError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
      return text;
    },
    keep(id: string, text: string): void {
      if (hashOf(text) !== id) throw new AppError('BAD_REQUEST', 'provided sha does not match query');
      if (text.length <= LONGEST_KEPT) kept.set(id, text);
    },
  };
}

/** Returns the text that a request means, by the text itself or by an id, and refuses what may not be run here. */
function createPersistedOperations({ mode, known, log }: PersistedOperationsOptions) {
  const apq = createKeptOperations();
  const fingerprints = new LRUCache<string, { value: string | null }>({
    maxSize: FINGERPRINT_CHARACTERS,
    sizeCalculation: (_value, text) => text.length + 100,
  });

  function isKnown(text: string): boolean {
    const cached = fingerprints.get(text);
    if (cached) return known.has(cached.value);
    const value = fingerprintOf(text);
    if (text.length <= LONGEST_KEPT) fingerprints.set(text, { value });
    return known.has(value);
  }

  /** A manifest is a list of all there is: clients add nothing to it. */
  function ofSafelist(id: string | null, text: string | undefined): string {
    const body = id === null ? undefined : known.bodyOf(id);
    if (id !== null && body === undefined) {
      throw new AppError('PERSISTED_QUERY_NOT_IN_LIST', 'No operation with this id is in the list.');
    }
    if (mode === 'id-required' && body === undefined) {
      throw new AppError('PERSISTED_QUERY_ID_REQUIRED', 'Send the id of an operation instead of a query.');
    }
    if (text === undefined) return body ?? '';
    const isSame = body === undefined ? isKnown(text) : fingerprintOf(body) === fingerprintOf(text);
    if (!isSame) throw new AppError('QUERY_NOT_IN_SAFELIST', 'This operation is not in the list.');
    return text;
  }

  function ofAnybody(id: string | null, text: string | undefined): string | undefined {
    if (id === null) return text;
    const body = known.bodyOf(id);
    if (text === undefined) return body ?? apq.recall(id);
    if (body === undefined) apq.keep(id, text);
    return text;
  }

  return ({ query, extensions }: SentOperation): string | undefined => {
    const id = idIn(extensions);
    // Sockets have to send a text: an empty one is none.
    const text = typeof query === 'string' && query !== '' ? query : undefined;
    if (text === undefined && id === null) return undefined;
    if (mode === 'safelist' || mode === 'id-required') return ofSafelist(id, text);
    const meant = ofAnybody(id, text);
    if (mode === 'log-unknown' && meant !== undefined && !isKnown(meant))
      log.warn({ operation: meant.slice(0, 2_000) }, 'an unknown operation');
    return meant;
  };
}

export type ResolveOperation = ReturnType<typeof createPersistedOperations>;

interface PersistedOperationsConfig {
  PERSISTED_OPERATIONS: PersistedMode;
  PERSISTED_OPERATIONS_MANIFEST?: string | undefined;
}

export async function readPersistedOperations(
  { PERSISTED_OPERATIONS: mode, PERSISTED_OPERATIONS_MANIFEST: file }: PersistedOperationsConfig,
  log: Logger,
): Promise<ResolveOperation> {
  if (mode !== 'off' && !file) {
    throw new Error(
      `PERSISTED_OPERATIONS=${mode} needs PERSISTED_OPERATIONS_MANIFEST, the file of known operations.`,
    );
  }
  const known = file ? await loadOperationManifest(file) : noOperations;
  return createPersistedOperations({ mode, known, log });
}
