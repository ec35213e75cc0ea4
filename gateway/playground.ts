import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { projectFolder } from '#platform/config.ts';

/** The page is built by `npm run build` and needs nothing from elsewhere. */
const FOLDER = join(projectFolder, 'dist/playground');
const ASSETS = join(FOLDER, 'assets') + sep;

/** Serves GraphiQL at `/playground`. */
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
  app.get('/playground', (_request, reply) => reply.redirect('/playground/'));
  app.get('/', (_request, reply) => reply.redirect('/playground/'));
}
