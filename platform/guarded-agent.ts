import { lookup as resolve } from 'node:dns';
import type { Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { addressesOf, isLoopback, isPublicAddress } from './public-address.ts';

const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Connects to public addresses only. The name is resolved once, every address it stands for is checked, and
 * the connection goes to one of exactly those: a name that answers differently the second time gains nothing.
 * Literal addresses skip DNS but not the check; the socket's own word is heard last.
 */
export function createGuardedAgent(allowsLoopback: boolean): Agent {
  const isFine = (address: string) => isPublicAddress(address) || (allowsLoopback && isLoopback(address));
  const connect = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    lookup(hostname, options, done) {
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return done(error, []);
        const refused = addresses.find(({ address }) => !isFine(address));
        if (refused) return done(new Error('The address is not on the public internet.'), []);
        return done(null, addresses);
      });
    },
  });
  return new Agent({
    connect(options, done) {
      const refuse = () => done(new Error('The address is not on the public internet.'), null);
      addressesOf(options.hostname)
        .then(addresses => {
          if (!addresses.every(isFine)) return refuse();
          return connect(options, (error, socket) => {
            if (!error && !isFine((socket as Socket).remoteAddress ?? '')) {
              socket.destroy();
              return refuse();
            }
            return error ? done(error, null) : done(null, socket);
          });
        })
        .catch(error => done(error, null));
    },
  });
}
