// Prints every change of a booking that the demo's Ada may see, from now on. Run it with `npm run example:watch`
// while `npm start` runs in another terminal.
import { readFile } from 'node:fs/promises';
import { createClient } from 'graphql-ws';

const demoFile = new URL('../.almanac/demo.json', import.meta.url);
const { wsUrl, apiKeys } = JSON.parse(await readFile(demoFile, 'utf8'));
const client = createClient({ url: wsUrl, connectionParams: { authorization: `Bearer ${apiKeys.ada}` } });

const query = /* GraphQL */ `
  subscription {
    bookingChanged {
      cursor
      kind
      booking {
        title
        status
        startsAt
        hosts {
          name
        }
        references {
          kind
        }
      }
    }
  }
`;
console.log('Waiting for changes. Stop with Ctrl-C.');
for await (const { data, errors } of client.iterate({ query })) {
  console.log(JSON.stringify(data ?? errors, null, 2));
}
