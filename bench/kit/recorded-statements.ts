import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Product } from './product.ts';

/** Settings with which PostgreSQL can be told, later, to write down every statement with its values. */
export const recordingSettings = {
  logging_collector: 'on',
  log_destination: 'jsonlog',
  log_directory: 'recorded',
  log_parameter_max_length: '-1',
};

interface LogLine {
  user?: string;
  application_name?: string;
  message?: string;
  detail?: string;
}

async function logLines(folder: string): Promise<LogLine[]> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.json')).sort();
  const texts = await Promise.all(files.map(name => readFile(join(folder, name), 'utf8')));
  return texts
    .join('')
    .split('\n')
    .filter(line => line.endsWith('}'))
    .map(line => JSON.parse(line) as LogLine);
}

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** `Parameters: $1 = 'it''s', $2 = NULL` as SQL literals. */
function parametersOf(detail: string | undefined): string[] {
  const list = /^parameters: (.*)$/is.exec(detail ?? '')?.[1] ?? '';
  return [...list.matchAll(/\$\d+ = (NULL|'(?:[^']|'')*')/g)].map(([, value = 'NULL']) =>
    value === 'NULL' ? value : literal(value.slice(1, -1).replaceAll("''", "'")),
  );
}

/** The statements that a subgraph sends while something happens, in order, with their values in place. */
export async function recordStatements(
  product: Product,
  subgraph: string,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const { database } = product;
  const { rows } = await database.query<{ folder: string }>(
    `select current_setting('data_directory') || '/' || current_setting('log_directory') as folder`,
  );
  const folder = rows[0]?.folder ?? '';
  const setLogging = async (value: string) => {
    await database.query(`alter system set log_statement = '${value}'`);
    await database.query('select pg_reload_conf()');
    await sleep(300);
  };
  await setLogging('all');
  const before = (await logLines(folder)).length;
  await work();
  await setLogging('none');
  const lines = (await logLines(folder)).slice(before);
  return lines
    .filter(({ user, application_name: name }) => user === `almanac_${subgraph}` && !name?.includes('jobs'))
    .flatMap(({ message = '', detail }) => {
      const text = /^(?:statement|execute [^:]*): (.*)$/s.exec(message)?.[1];
      if (!text) return [];
      const values = parametersOf(detail);
      return [text.replace(/\$(\d+)/g, (_, position) => values[Number(position) - 1] ?? 'NULL')];
    });
}
