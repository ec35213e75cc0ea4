import { describe, expect, it } from '@jest/globals';
import { readGraphqlResponse } from './graphql-response.ts';

describe('a body', () => {
  it.each([
    '{"data":{}}',
    '{"data":{"me":null},"errors":[{"message":"no","path":["me"]}]}',
    '{"data":null,"errors":[{"message":"no","extensions":{"code":"X"}}]}',
    '{"errors":[{"message":"no"}]}',
    '{"data":{"a":1},"errors":null}',
    '{"data":{"__proto__":{"admin":true}}}',
  ])('is a response: %s', text => {
    expect(readGraphqlResponse(text)).toEqual(JSON.parse(text));
  });

  it.each([
    '',
    '<html><body>502 Bad Gateway</body></html>',
    '{"data":{"me":',
    'null',
    '7',
    '[{"data":{}}]',
    '{}',
    '{"data":null}',
    '{"data":[]}',
    '{"data":"x"}',
    '{"errors":[]}',
    '{"data":{},"errors":"no"}',
    '{"data":{},"errors":[null]}',
    '{"data":{},"errors":[{"message":7}]}',
    '{"data":{},"errors":[{"message":"no","path":"me"}]}',
    '{"data":{},"errors":[{"message":"no","extensions":[]}]}',
    '{"error":"temporarily_unavailable"}',
    '{"__proto__":{"data":{"me":{"id":"1"}}}}',
  ])('is none: %s', text => {
    expect(readGraphqlResponse(text)).toBeNull();
  });
});
