import type { EntityManager } from '@mikro-orm/postgresql';

type Read<Question, Answer> = (em: EntityManager, question: Question) => Promise<Answer>;

interface Flight<Answer> {
  running: Promise<Answer>;
  /** For those who came after the running read had begun. */
  next?: Promise<Answer>;
}

/**
 * A read that many ask for at the same moment is made once for all of them. Nobody gets what was read before
 * they asked: who comes while a read is under way waits for the next one, so whatever was committed before a
 * request is in its answer. Answers are shared and must not be changed. Within a transaction everybody reads
 * for themselves.
 */
export function sharedRead<Question, Answer>(
  read: Read<Question, Answer>,
  keyOf: (question: Question) => string,
): Read<Question, Answer> {
  const byDatabase = new WeakMap<object, Map<string, Flight<Answer>>>();

  return (em, question) => {
    if (em.isInTransaction()) return read(em, question);
    const flights = byDatabase.get(em.getDriver()) ?? new Map<string, Flight<Answer>>();
    byDatabase.set(em.getDriver(), flights);
    const key = keyOf(question);
    const depart = (): Promise<Answer> => {
      const flight: Flight<Answer> = { running: read(em, question) };
      flights.set(key, flight);
      const land = () => {
        if (!flight.next) flights.delete(key);
      };
      flight.running.then(land, land);
      return flight.running;
    };
    const flight = flights.get(key);
    if (!flight) return depart();
    flight.next ??= flight.running.then(depart, depart);
    return flight.next;
  };
}
