import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { AppError, badInput, formatError, notFound } from './errors.ts';

function format(error: GraphQLError) {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: line => void lines.push(line) });
  return { shown: formatError(error.toJSON(), error, { log, requestId: 'req-1' }), logged: lines.join('') };
}

describe('an error on its way out', () => {
  it('keeps its code, message, field and path when it is registered', () => {
    const error = new GraphQLError('x', {
      path: ['a', 0],
      originalError: badInput('input.name', 'Too long.'),
    });
    expect(format(error).shown).toEqual({
      message: 'Too long.',
      path: ['a', 0],
      extensions: { code: 'BAD_USER_INPUT', field: 'input.name', requestId: 'req-1' },
    });
  });

  it('becomes INTERNAL when nobody registered it, and is logged in full', () => {
    const fault = new Error('connect ECONNREFUSED 10.0.0.1:5432 password=hunter2');
    const { shown, logged } = format(new GraphQLError('select secret from users', { originalError: fault }));
    expect(shown).toEqual({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL', requestId: 'req-1' },
    });
    expect(logged).toContain('ECONNREFUSED');
  });

  it('carries cause and detail into the log only', () => {
    const cause = new AppError('UPSTREAM_FAILED', 'No answer.', {
      cause: new Error('secret'),
      detail: { host: 'inner' },
    });
    const { shown, logged } = format(new GraphQLError('x', { originalError: cause }));
    expect(JSON.stringify(shown)).not.toMatch(/secret|inner/);
    expect(logged).toMatch(/inner/);
  });

  it('leaves the value of a variable out of the log', () => {
    const message =
      'Variable "$input" got invalid value { token: "s3cret", x: 1 }; Field "x" is not defined by type "SignInInput".';
    const { shown, logged } = format(new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } }));
    expect(shown.message).toBe(message);
    expect(logged).toContain('Variable \\"$input\\" got invalid value');
    expect(logged).not.toContain('s3cret');
  });

  it('keeps what graphql-js and Apollo say of documents', () => {
    const error = new GraphQLError('Cannot query field "x".', {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', stacktrace: ['at x.ts'] },
    });
    expect(format(error).shown).toEqual({
      message: 'Cannot query field "x".',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: 'req-1' },
    });
  });

  it('finds the field of a wrong variable in its message', () => {
    const message =
      'Variable "$input" got invalid value {} at "input.attendee.name"; String cannot represent a non string value: {}';
    const error = new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
    expect(format(error).shown.extensions).toMatchObject({ field: 'attendee.name' });
    const whole = new GraphQLError('Variable "$first" got invalid value "x"', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(format(whole).shown.extensions).toMatchObject({ field: 'first' });
  });

  it('does not reveal whether something exists', () => {
    expect(notFound('booking').message).toBe('There is no such booking, or you may not see it.');
  });
});
