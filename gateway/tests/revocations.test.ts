import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logger.ts';
import { createPrincipalSigner } from '#platform/principal.ts';
import { isResult, type Subgraph } from '#platform/subgraph.ts';
import { revokeSession } from '../../subgraphs/identity/sessions/revoke-session.ts';
import { followRevocations } from '../revocations.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { contextOf, sessionOf } from './kit/sessions.ts';

const sign = createPrincipalSigner(['a secret for tests that is long enough'], Date.now);
const log = createLogger('test', 'fatal');

describe('what identity says of revocations', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  /** Identity behind a line that can be cut; while it is, nobody gets through. */
  function lineTo(identity: Subgraph) {
    let isCut = false;
    let cutNow: () => void = () => {};
    const subscribe: Subgraph['subscribe'] = async (request, call) => {
      if (isCut) throw new Error('no line');
      const events = await identity.subscribe(request, call);
      if (isResult(events)) return events;
      const cut = new Promise<never>((_, reject) => {
        cutNow = () => reject(new Error('cut'));
      });
      cut.catch(() => {});
      const { next } = events;
      return Object.assign(events, { next: () => Promise.race([next.call(events), cut]) });
    };
    return {
      line: { ...identity, subscribe },
      cut() {
        isCut = true;
        cutNow();
      },
      mend() {
        isCut = false;
      },
    };
  }

  it('is heard later when the line was cut meanwhile, and nothing is missed', async () => {
    const heard = new Set<string>();
    const { line, cut, mend } = lineTo(graph.apps.identity.subgraph);
    const onEnded = (ids: readonly string[]) => {
      for (const id of ids) heard.add(id);
    };
    const stop = followRevocations({ identity: line, sign, log, onEnded });
    const revoked = async () => {
      const { id } = await sessionOf(graph, ada);
      await revokeSession(contextOf(graph, ada), { id });
      return id;
    };
    const first = await sessionOf(graph, ada);
    await until(async () => {
      // The first word comes at some moment after the start: from then on, everything is heard.
      const id = await revoked();
      await new Promise(done => setTimeout(done, 100));
      return heard.has(id);
    });
    cut();
    await revokeSession(contextOf(graph, ada), { id: first.id });
    const second = await revoked();
    await new Promise(done => setTimeout(done, 1200));
    expect(heard).not.toContain(first.id);
    mend();
    await until(() => heard.has(first.id) && heard.has(second), 5000);
    stop();
  });
});
