/** The value that this part of the sample does not exceed (nearest rank). */
export function percentile(sample: readonly number[], part: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** `12.3`, `0.045`: three digits say all that a noisy machine can. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

/** Prints a Markdown table, as `bench/README.md` keeps them. */
export function printTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const text = rows.map(row => row.map(cell => (typeof cell === 'number' ? figure(cell) : cell)));
  const widths = header.map((title, column) =>
    Math.max(title.length, ...text.map(row => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  console.log(line(header));
  console.log(line(widths.map(width => '-'.repeat(width))));
  for (const row of text) console.log(line(row));
  console.log('');
}
