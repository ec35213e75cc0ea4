import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#platform/config.ts';

interface Vector {
  tcId: number;
  comment: string;
  /** `acceptable` is what some specifications allow. */
  result: 'valid' | 'invalid' | 'acceptable';
}

interface File<Group> {
  numberOfTests: number;
  testGroups: Group[];
}

/** The groups of a file of Project Wycheproof; see `vectors/README.md`. */
export function readVectors<Group extends { tests: readonly Vector[] }>(name: string): Group[] {
  const path = join(projectFolder, 'platform/testing/vectors', name);
  const { numberOfTests, testGroups } = JSON.parse(readFileSync(path, 'utf8')) as File<Group>;
  const count = testGroups.reduce((sum, { tests }) => sum + tests.length, 0);
  if (count !== numberOfTests) throw new Error(`${name} has ${count} vectors, not ${numberOfTests}.`);
  return testGroups;
}

export interface Judgement {
  vector: Vector;
  /** Whether what the vector is about is to be taken at all: valid alone is not enough. */
  isSupported: boolean;
  isAccepted: boolean;
}

/** What was taken and must not be, or the other way round, each in a line. */
export const misjudged = (judgements: readonly Judgement[]): string[] =>
  judgements
    .filter(
      ({ vector, isSupported, isAccepted }) => isAccepted !== (isSupported && vector.result === 'valid'),
    )
    .map(({ vector, isAccepted }) => `${vector.tcId} ${vector.comment}: ${isAccepted ? 'taken' : 'refused'}`);
