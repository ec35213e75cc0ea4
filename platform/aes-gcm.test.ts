import { createDecipheriv } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { open, seal } from './aes-gcm.ts';
import { type Judgement, misjudged, readVectors } from './testing/wycheproof.ts';

interface GcmVector extends Record<'comment' | 'key' | 'iv' | 'aad' | 'msg' | 'ct' | 'tag', string> {
  tcId: number;
  result: 'valid' | 'invalid' | 'acceptable';
}

interface GcmGroup {
  keySize: number;
  ivSize: number;
  tagSize: number;
  tests: GcmVector[];
}

const groups = readVectors<GcmGroup>('aes_gcm_test.json');
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const isSupported = ({ keySize, ivSize, tagSize }: GcmGroup) =>
  keySize === 256 && ivSize === 96 && tagSize === 128;

type Open = (vector: GcmVector) => Buffer;

const opened: Open = ({ key, iv, tag, ct, aad }) =>
  open(bytes(key), Buffer.concat([bytes(iv), bytes(tag), bytes(ct)]), bytes(aad));

function judge(by: Open): Judgement[] {
  const isAccepted = (vector: GcmVector) => {
    try {
      return by(vector).equals(bytes(vector.msg));
    } catch {
      return false;
    }
  };
  return groups.flatMap(group =>
    group.tests.map(vector => ({
      vector,
      isSupported: isSupported(group),
      isAccepted: isAccepted(vector),
    })),
  );
}

describe('AES-256-GCM, by the vectors of Project Wycheproof', () => {
  const supported = groups.filter(isSupported).flatMap(({ tests }) => tests);
  const valid = supported.filter(({ result }) => result === 'valid');

  it('opens the valid ones of our sizes, and not one of the other 235', () => {
    expect(misjudged(judge(opened))).toEqual([]);
    expect([supported.length, valid.length, judge(opened).length]).toEqual([48, 21, 256]);
  });

  it('seals as the vectors do', () => {
    for (const { key, iv, msg, aad, tag, ct } of valid)
      expect(seal(bytes(key), bytes(iv), bytes(msg), bytes(aad)).toString('hex')).toBe(iv + tag + ct);
  });

  it('opens nothing whose tag was cut, moved to another place, or whose text was cut', () => {
    let count = 0;
    for (const vector of valid) {
      const { tag, ct, aad } = vector;
      const spoilt = [
        ...Array.from({ length: 16 }, (_, size) => ({ tag: tag.slice(0, size * 2) })),
        { tag: `${tag}00` },
        { aad: `${aad}00` },
        ...(aad && [{ aad: '' }]),
        ...(ct && [{ ct: ct.slice(0, -2) }, { ct: '' }]),
      ];
      for (const change of spoilt) {
        count += 1;
        expect(() => opened({ ...vector, ...(change as Partial<GcmVector>) })).toThrow();
      }
    }
    expect(count).toBeGreaterThan(21 * 18);
  });

  it('control: an opener that does not look at the tag is found out', () => {
    const careless = misjudged(
      judge(({ key, iv, aad, ct }) =>
        createDecipheriv('aes-256-gcm', bytes(key), bytes(iv)).setAAD(bytes(aad)).update(bytes(ct)),
      ),
    );
    expect(careless.filter(line => /tag.*: taken/i.test(line)).length).toBeGreaterThanOrEqual(27);
  });

  it('control: an opener that takes any size is found out', () => {
    const broad = misjudged(
      judge(({ key, iv, aad, ct, tag }) => {
        const decipher = createDecipheriv(
          `aes-${key.length * 4}-gcm` as 'aes-128-gcm',
          bytes(key),
          bytes(iv),
        );
        decipher.setAAD(bytes(aad)).setAuthTag(bytes(tag));
        return Buffer.concat([decipher.update(bytes(ct)), decipher.final()]);
      }),
    );
    expect(broad.length).toBeGreaterThan(100);
  });
});
