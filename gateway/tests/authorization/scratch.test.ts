import { writeFileSync } from 'node:fs';
import { it } from '@jest/globals';
import { ask, fieldsWithCells, operationFor, outcomeOf, raiseBarrier } from './ask.ts';
import { argumentsFor, pathsOf } from './ways.ts';
import { callers, createWorld } from './world.ts';

it('w', async () => {
  const world = await createWorld();
  await raiseBarrier(world.graph);
  const out: Record<string, unknown> = {};
  for (const field of fieldsWithCells()) {
    const row: string[] = [];
    let body: unknown;
    for (const caller of callers) {
      const key = world.keys[caller];
      const op = operationFor(field, argumentsFor(field, world.ids), pathsOf(world.ids));
      const answer = await ask(world.graph, op, key);
      row.push(outcomeOf(answer as never, op.name));
      if (caller === 'owner') body = [op.variables, answer];
    }
    out[field] = [row.join(' '), JSON.stringify(body).slice(0, 700)];
  }
  writeFileSync('/tmp/matrix.json', JSON.stringify(out, null, 1));
  writeFileSync('/tmp/ids.json', JSON.stringify(world.ids, null, 1));
  await world.graph.stop();
}, 240_000);
