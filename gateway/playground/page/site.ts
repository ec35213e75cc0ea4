import type { PlaygroundContract, PlaygroundSettings } from '../../playground.ts';

/** As `vite` serves the page while one works on it, without a gateway to fill it in. */
const fallback: PlaygroundContract = {
  title: 'Whole graph',
  description: '',
  path: '/graphql',
  playground: '/playground',
};

function readSettings(): PlaygroundSettings {
  try {
    return JSON.parse(document.getElementById('settings')?.textContent ?? '');
  } catch {
    return { contracts: [fallback], versions: [], hasDemoKeys: false, hasSession: false };
  }
}

/** What the gateway says of itself in the page. */
export const { contracts, hasDemoKeys, hasSession, versions } = readSettings();

const address = window.location.pathname.replace(/\/+$/, '');

/** The view of the graph that this page is about. */
export const contract =
  contracts.find(({ playground }) => playground === address) ?? contracts[0] ?? fallback;

const absolute = (address: string) => new URL(address, window.location.href).href;

export const GRAPH_URL = absolute(contract.path);
export const SOCKET_URL = GRAPH_URL.replace(/^http/, 'ws');
/** Who is asking is told by the whole graph alone. */
export const ACCOUNT_URL = absolute('/graphql');
