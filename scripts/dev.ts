/** Compiles on every change and restarts the standalone process: `npm run dev`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '#platform/config.ts';

const bin = (name: string) => join(projectFolder, 'node_modules/.bin', name);
const options = { cwd: projectFolder, stdio: 'inherit' } as const;

const compiler = spawn(
  bin('tsc'),
  ['-b', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
  options,
);
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'dist/standalone.js'], options);

const stop = () => {
  compiler.kill('SIGTERM');
  server.kill('SIGTERM');
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
server.once('exit', stop);
compiler.once('exit', stop);
