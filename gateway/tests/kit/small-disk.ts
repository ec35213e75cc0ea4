import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIZE = '4m';

/** A disk of its own that can be filled, or null where this machine does not let us have one. */
export function mountSmallDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'almanac-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0777`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
  } catch (error) {
    rmSync(folder, { recursive: true });
    process.stdout.write(
      `LEFT OUT, a full disk: nothing can be mounted here (${String(error).split('\n')[0]})\n`,
    );
    return null;
  }
  const filler = join(folder, 'filler');
  const home = join(folder, 'tables');
  mkdirSync(home);
  return {
    /** Where PostgreSQL may keep tables, once it is its own. */
    home,
    give(uid: number, gid: number) {
      chownSync(home, uid, gid);
      chmodSync(home, 0o700);
    },
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    },
    free: () => rmSync(filler, { force: true }),
    unmount() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
