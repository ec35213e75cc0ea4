import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { projectFolder } from '#platform/config.ts';
import { demoTeam, demoUsers, mintDemoKeys, seedIdentity } from '../../../subgraphs/identity/seed.ts';
import { seedScheduling } from '../../../subgraphs/scheduling/seed.ts';
import type { PlaygroundOptions } from '../../playground.ts';
import { until } from './collect.ts';
import { startGraph } from './graph.ts';
import type { Protection } from './unlimited.ts';

/** The demo with its playground. */
export async function startPlayground(options: PlaygroundOptions = {}, protection: Protection = {}) {
  if (!existsSync(join(projectFolder, 'dist/playground/index.html'))) {
    throw new Error('The playground is not built: run `npm run build`.');
  }
  let keys: Record<string, string> = {};
  const graph = await startGraph({ protection, playground: { demoKeys: () => keys, ...options } });
  const { identity, scheduling } = graph.apps;
  await seedIdentity(identity.openContext);
  await seedScheduling(scheduling.openContext, {
    ada: demoUsers.ada.id,
    grace: demoUsers.grace.id,
    katherine: demoUsers.katherine.id,
    team: demoTeam.id,
  });
  keys = await mintDemoKeys(identity.openContext);
  return { graph, adaKey: keys['ada'] ?? '', address: new URL('/playground', graph.url).href };
}

/** What a visitor does with a page. */
export function handsOn(page: Page) {
  const answerPane = (text: string | RegExp) =>
    page.getByLabel('Result Window').filter({ hasText: text }).first();
  const run = () => page.getByRole('button', { name: /^Execute query/ }).click();
  const panel = async (title: string) => {
    const button = page.getByRole('button', { name: `Show ${title}`, exact: true });
    // Hidden already, where it is open.
    if (await button.count()) await button.click();
  };
  const openAccount = async (): Promise<Locator> => {
    const menu = page.getByRole('dialog', { name: 'Who is asking' });
    if (!(await menu.isVisible())) await page.locator('.account > button').click();
    return menu;
  };

  return {
    run,
    panel,
    openAccount,
    /** Runs what is shown until the answer is there: GraphiQL drops a click that comes before its editors are. */
    async runUntil(text: string | RegExp) {
      await until(async () => {
        await run();
        return answerPane(text)
          .waitFor({ timeout: 2_000 })
          .then(
            () => true,
            () => false,
          );
      });
    },
    answer: (text: string | RegExp) => answerPane(text).waitFor(),
    status: (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).first().waitFor(),
    /** Opens an example by its name. */
    async show(name: string) {
      await panel('Examples');
      await page.locator('.example-name', { hasText: new RegExp(` ${name}$`) }).click();
      await page.locator('.graphiql-tab-active', { hasText: name }).waitFor();
    },
    async signIn(key: string) {
      const menu = await openAccount();
      await menu.getByLabel('API key or access token').fill(key);
      await menu.getByRole('status').filter({ hasText: 'Signed in as' }).waitFor();
      await page.keyboard.press('Escape');
    },
    /** Entries of the live log, the newest first. */
    entries: () => page.locator('.live-list > li').allInnerTexts(),
  };
}
