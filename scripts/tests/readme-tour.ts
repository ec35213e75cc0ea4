import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '#platform/config.ts';
import { testEnvironment } from '#platform/testing/environment.ts';

interface Tour {
  /** What the commands of a step send; `replace` puts in what a reader would copy from earlier answers. */
  bodyOf(step: number, replace: (commands: string) => string): Promise<string>;
  /** The answers that the README shows, in order. */
  answers: unknown[];
}

const blocksOf = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, block = '']) => block);

/** The README's tour: its commands run in a shell, where `curl` shows what it would have sent. */
export async function readTour(): Promise<Tour> {
  const readme = await readFile(join(projectFolder, 'README.md'), 'utf8');
  const [, tour = ''] = /^## A tour[^\n]*\n(.*?)^## /ms.exec(readme) ?? [];
  const [definitions, ...steps] = blocksOf(tour, 'sh');
  return {
    answers: blocksOf(tour, 'json').map(block => JSON.parse(block)),
    async bodyOf(step, replace) {
      const commands = `curl() { cat; }\n${definitions}\n${replace(steps[step] ?? '')}`;
      const { stdout } = await promisify(execFile)('bash', ['-c', commands], {
        env: { PATH: testEnvironment.path },
      });
      return stdout;
    },
  };
}

/** What an answer looks like, whatever it says: two of one operation look the same. */
export function looks(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(looks);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === '__typename' ? inner : looks(inner)]),
  );
}
