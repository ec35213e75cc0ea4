import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutValues } from './sql-text.ts';

describe('SQL without its values', () => {
  it.each([
    [
      `select "id" from "users" where "email" = 'ada@example.com'`,
      `select "id" from "users" where "email" = ?`,
    ],
    [`values ('it''s hers', 12, -3.5e4, true)`, `values (?, ?, ?, true)`],
    [`values (E'a \\' quote, ada@example.com', e'\\\\')`, `values (?, ?)`],
    [
      `select $1::uuid, "column2", t3.x4 from t3 limit $12`,
      `select $1::uuid, "column2", t3.x4 from t3 limit $12`,
    ],
    [`select $$secret$$, $tag$it's $ secret$tag$`, `select ?, ?`],
    [`select 'never closed, ada@example.com`, `select ?`],
  ])('%s', (statement, expected) => {
    expect(withoutValues(statement)).toBe(expected);
  });

  it('holds nothing of what is quoted, whatever it is', () => {
    const quoted = fc.string({ unit: fc.constantFrom("'", '\\', '$', '"', 'x', ' ', '4') });
    fc.assert(
      fc.property(fc.array(quoted, { maxLength: 4 }), values => {
        const literals = values.map(value => `'${`SECRET${value}SECRET`.replaceAll("'", "''")}'`);
        expect(withoutValues(`insert into t values (${literals.join(', ')})`)).not.toContain('SECRET');
      }),
    );
  });
});
