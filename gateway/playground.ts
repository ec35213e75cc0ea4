import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { projectFolder } from '#platform/config.ts';
import { AppError } from '#platform/errors.ts';
import { contracts } from './contracts/contract.ts';

/** A view of the graph that has a playground. */
export interface PlaygroundContract {
  title: string;
  /** For whom it is, in a sentence. */
  description: string;
  /** Where it is asked. */
  path: string;
  /** Where its playground is: `/playground`, or below. */
  playground: string;
}

export interface PlaygroundOptions {
  /** API keys of the demo's people by their handles, for visitors on the same machine. */
  demoKeys?: (() => Readonly<Record<string, string>>) | undefined;
}

interface Surroundings {
  /** Dates of versions that the header `almanac-version` can name, as they are when the page is asked for. */
  versions(): readonly string[];
  /** Whether the browser has a session, of which the page's scripts see nothing. */
  hasSession(request: FastifyRequest): boolean;
}

/** What the page is told; gateway/playground/page/site.ts reads it. */
export interface PlaygroundSettings {
  contracts: readonly PlaygroundContract[];
  versions: readonly string[];
  hasDemoKeys: boolean;
  hasSession: boolean;
}

/** The page is built by `npm run build` and needs nothing from elsewhere. */
const FOLDER = join(projectFolder, 'dist/playground');
const ASSETS = join(FOLDER, 'assets') + sep;
/** Where index.html wants the settings. */
const PLACE = '"__SETTINGS__"';

/** The whole graph first, which is what the root shows. */
const shown = [contracts.internal, contracts.public, contracts.partner].map(
  ({ title, description, path, playground }): PlaygroundContract => ({
    title,
    description,
    path,
    playground,
  }),
);

const LOOPBACK_ADDRESSES = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a page of ours asks, in a browser on this machine. Other pages can have their own name lead here, and a
 * proxy in between speaks for anybody.
 */
function isAtHome({ headers, hostname, socket }: FastifyRequest): boolean {
  const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers;
  const isNear = LOOPBACK_ADDRESSES.includes(socket.remoteAddress ?? '') && LOOPBACK_NAMES.includes(hostname);
  return isNear && !isForwarded && headers['sec-fetch-site'] === 'same-origin';
}

/** Serves GraphiQL at `/playground`, and for each further contract below. */
export async function servePlayground(
  app: FastifyInstance,
  { hasSession, versions }: Surroundings,
  { demoKeys }: PlaygroundOptions = {},
): Promise<void> {
  if (!existsSync(FOLDER)) {
    app.log.warn('the playground is not built; run `npm run build`');
    return;
  }
  await app.register(fastifyStatic, {
    root: FOLDER,
    prefix: '/playground/',
    index: false,
    // The page without its settings is of no use.
    allowedPath: path => !path.endsWith('.html'),
    preCompressed: true,
    // Names of assets hold a hash of their content.
    setHeaders(reply, path) {
      const isAsset = path.startsWith(ASSETS);
      reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = await readFile(join(FOLDER, 'index.html'), 'utf8');
  const pageFor = (request: FastifyRequest) => {
    const settings: PlaygroundSettings = {
      contracts: shown,
      versions: versions(),
      hasDemoKeys: Boolean(demoKeys),
      hasSession: hasSession(request),
    };
    // A `<` could end the element that holds it.
    return page.replace(PLACE, () => JSON.stringify(settings).replaceAll('<', '\\u003c'));
  };
  for (const { playground } of shown) {
    app.get(`${playground}/`, (request, reply) =>
      reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(pageFor(request)),
    );
    app.get(playground, (_request, reply) => reply.redirect(`${playground}/`));
  }
  app.get('/', (_request, reply) => reply.redirect(`${contracts.internal.playground}/`));
  if (!demoKeys) return;
  app.get('/playground/demo-keys', async (request, reply) => {
    if (!isAtHome(request)) {
      throw new AppError('FORBIDDEN', 'The keys of the demo are for browsers on its own machine.');
    }
    return reply.header('cache-control', 'no-store').send(demoKeys());
  });
}
