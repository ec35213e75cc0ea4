import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : ((query as { text?: string } | null)?.text ?? '');

/**
 * What the processes of this test send to PostgreSQL while something happens: the statements of each transaction, in
 * order, without its beginning and end. Nothing is changed on the way.
 */
export async function recordTransactions(work: () => Promise<unknown>): Promise<string[][]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const open = new Map<pg.Client, string[]>();
  const ended: string[][] = [];
  prototype.query = function recorded(...args) {
    const text = textOf(args[0]).trim();
    if (/^begin/i.test(text)) open.set(this, []);
    else if (/^(commit|rollback)$/i.test(text)) {
      ended.push(open.get(this) ?? []);
      open.delete(this);
    } else open.get(this)?.push(text);
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return ended;
}
