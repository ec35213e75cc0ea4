import { AsyncLocalStorage } from 'node:async_hooks';

/** Apollo Server's `formatError` is not told which request it works for; this is how it finds out. */
export const requestScope = new AsyncLocalStorage<{ requestId: string }>();
