import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

function findOnPath(command: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map(folder => join(folder, command)).find(existsSync) ?? null;
}

/**
 * The path of a program: as it is, or after installing its Debian package where we may. Otherwise one sentence
 * that says what is missing.
 */
export async function requireProgram(command: string, debianPackage: string): Promise<string> {
  const found = findOnPath(command);
  if (found) return found;
  const mayInstall = process.getuid?.() === 0 && findOnPath('apt-get') !== null;
  if (mayInstall) {
    console.log(`Installing the Debian package ${debianPackage} for the tests …`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 50_000_000 };
    await run('apt-get', ['update', '-qq'], options).catch(() => {});
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], options);
    const installed = findOnPath(command);
    if (installed) return installed;
  }
  throw new Error(
    `The tests need \`${command}\`: install it (Debian and Ubuntu: apt install ${debianPackage}).`,
  );
}
