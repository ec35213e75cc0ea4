/**
 * Creates a user and prints their API key: for the first people of a new deployment, before anybody can sign in.
 *
 *   npm run user:create -- --handle ada --email ada@example.com --name "Ada Lovelace" --time-zone Europe/London
 */
import { parseArgs } from 'node:util';
import { readConfig } from '#platform/config.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { runProcess } from '#platform/process.ts';
import { isTimeZone } from '#platform/scalars.ts';
import { createApiKey } from './api-keys/create-api-key.ts';
import { createIdentityApp } from './app.ts';
import { identityConfig } from './config.ts';
import { scopes } from './domain/scope.ts';
import { createUser } from './users/create-user.ts';

await runProcess(async onStop => {
  const { values } = parseArgs({
    options: {
      handle: { type: 'string' },
      email: { type: 'string' },
      name: { type: 'string' },
      'time-zone': { type: 'string', default: 'UTC' },
      locale: { type: 'string', default: 'en' },
    },
  });
  const { handle, email, name, locale, 'time-zone': timeZone } = values;
  if (!handle || !email || !name) throw new Error('Give --handle, --email and --name.');
  if (!isTimeZone(timeZone))
    throw new Error(`There is no time zone ${timeZone}. Give one such as Europe/London.`);
  const app = await createIdentityApp(readConfig(identityConfig));
  onStop(app.stop);
  const user = await createUser(app.openContext(servicePrincipal('sign-up')), {
    handle,
    email,
    name,
    timeZone,
    locale,
  });
  const { id, organizationId } = user;
  const viewer = { kind: 'USER' as const, id, credential: null, scopes: ['*'], organizationId, roles: {} };
  const { secret } = await createApiKey(app.openContext(viewer), { name: 'First key', scopes: [...scopes] });
  process.stdout.write(`User     ${id}\nAPI key  ${secret}\n\nThe key is not shown again.\n`);
  await app.stop();
  process.exit(0);
});
