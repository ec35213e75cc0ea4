/** A key is shown to verifiers this long before it signs, so that whoever keeps a copy has it by then. */
const ANNOUNCED_MS = 3_600_000;
/** From this age on a key is followed by a new one. */
const ROTATED_MS = 30 * 86_400_000;
/** A key that no longer signs is shown until nothing that it signed can still be valid. */
const OVERLAP_MS = 24 * 3_600_000;

interface AgedKey {
  readonly id: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
}

export interface KeyRing<Key> {
  /** Signs what is issued now. */
  readonly signing: Key | null;
  /** Whatever signatures may be by: the signing key first, then its successor, then its predecessors. */
  readonly published: readonly Key[];
  /** Nothing that these signed can be valid any more. */
  readonly expired: readonly Key[];
  readonly isRotationDue: boolean;
}

/** Which key signs, which verify and which can go, from their ages alone: every process concludes the same. */
export function keyRingAt<Key extends AgedKey>(keys: readonly Key[], now: number): KeyRing<Key> {
  const newestFirst = [...keys].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  const [newest] = newestFirst;
  const oldest = newestFirst.at(-1);
  const signing = newestFirst.find(key => key.createdAt + ANNOUNCED_MS <= now) ?? oldest ?? null;
  if (!newest || !signing) return { signing: null, published: [], expired: [], isRotationDue: true };
  const at = newestFirst.indexOf(signing);
  const next = newestFirst.slice(0, at);
  // A key stopped signing when the one after it began to.
  const past = newestFirst.slice(at + 1).map((key, index) => {
    const successor = newestFirst[at + index] as Key;
    return { key, isOver: successor.createdAt + ANNOUNCED_MS + OVERLAP_MS <= now };
  });
  return {
    signing,
    published: [signing, ...next, ...past.filter(({ isOver }) => !isOver).map(({ key }) => key)],
    expired: past.filter(({ isOver }) => isOver).map(({ key }) => key),
    isRotationDue: newest.createdAt + ROTATED_MS <= now,
  };
}
