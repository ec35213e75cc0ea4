import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { projectFolder } from '#platform/config.ts';
import { type Contract, contractNames, contracts } from './contracts/contract.ts';

/** The page is built by `npm run build` and needs nothing from elsewhere. */
const FOLDER = join(projectFolder, 'dist/playground');
const ASSETS = join(FOLDER, 'assets') + sep;

/** The page is told in its head which contract it is for, and where that is served; it is for everything where nothing is said. */
function pageFor(contract: Contract, page: string): string {
  const told = `<meta name="graphql-contract" content="${contract}" /><meta name="graphql-endpoint" content="${contracts[contract].path}" />`;
  return page.replace('</head>', `${told}</head>`);
}

/** Serves GraphiQL: for the whole graph at `/playground`, for each other contract below. */
export async function servePlayground(app: FastifyInstance): Promise<void> {
  if (!existsSync(FOLDER)) {
    app.log.warn('the playground is not built; run `npm run build`');
    return;
  }
  await app.register(fastifyStatic, {
    root: FOLDER,
    prefix: '/playground/',
    setHeaders(reply, path) {
      // Names of assets hold a hash of their content; the page itself changes with every release.
      const isAsset = path.startsWith(ASSETS);
      reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = await readFile(join(FOLDER, 'index.html'), 'utf8');
  for (const contract of contractNames.filter(name => name !== 'internal')) {
    const html = pageFor(contract, page);
    // Without a slash at the end: the page names its assets from where it is.
    app.get(`/playground/${contract}`, (_request, reply) =>
      reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html),
    );
  }
  app.get('/playground', (_request, reply) => reply.redirect('/playground/'));
  app.get('/', (_request, reply) => reply.redirect('/playground/'));
}
