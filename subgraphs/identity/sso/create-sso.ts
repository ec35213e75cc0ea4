import type { Principal } from '#platform/principal.ts';
import type { WebHandler } from '#platform/web-handler.ts';
import type { IdentityContext } from '../context.ts';
import { createIssuers } from './issuers.ts';
import type { SsoParts } from './sso-parts.ts';

export interface Sso {
  readonly parts: SsoParts;
  /** Answers `/sso/…`, and leaves the rest to another handler. */
  webBeside(web: WebHandler, openContext: (viewer: Principal) => IdentityContext): WebHandler;
  stop(): void;
}

/** Signing in by Google, Microsoft, Apple and the identity providers of organizations. */
export function createSso(settings: Omit<SsoParts, 'issuers'>): Sso {
  const issuers = createIssuers(settings.allowsLoopback);
  const publicUrl = settings.publicUrl.replace(/\/+$/, '');
  return {
    parts: { ...settings, publicUrl, issuers },
    webBeside(web, openContext) {
      // As with the OAuth provider: whoever serves no clients loads none of it.
      let serving: Promise<WebHandler> | undefined;
      return async (request, response) => {
        if (!request.url?.startsWith('/sso/')) return web(request, response);
        serving ??= import('./serve-sso.ts').then(({ createSsoHandler }) => createSsoHandler(openContext));
        return (await serving)(request, response);
      };
    },
    stop: () => void issuers.close(),
  };
}
