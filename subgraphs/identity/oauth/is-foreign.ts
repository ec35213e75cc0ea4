import type { IncomingMessage } from 'node:http';

/** Forms of foreign pages arrive without our cookies (`SameSite`); browsers that tell are believed besides. */
export const isForeign = (request: IncomingMessage, issuer: string) => {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  // A form of a page without referrer has the origin `null`; ours is one.
  const isForeignOrigin = origin !== undefined && origin !== 'null' && origin !== new URL(issuer).origin;
  return isForeignOrigin || (site !== undefined && site !== 'same-origin' && site !== 'none');
};
