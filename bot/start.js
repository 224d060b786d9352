// JavaScript that a Node of any age reads: what cannot run the sources says so here, in place of failing on their types.
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { join, resolve } from 'node:path';
import { argv, execPath, exit, stderr, versions } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [program, ...rest] = argv.slice(2);

if (!existsSync(join(root, 'node_modules', 'zod'))) {
  fail(['Its packages are not installed. Run: npm ci']);
}
if (!engines.node.split('||').some((range) => isWithin(versions.node, range.trim()))) {
  fail([
    `It needs Node ${engines.node}, and this is Node ${versions.node} (${execPath}).`,
    'npm ci installs the right one beside it, unless install scripts are switched off (--ignore-scripts). Then run:',
    '  npm rebuild node --ignore-scripts=false',
    'or start it with such a Node of your own.',
  ]);
}
// The next start need not strip types and compile again. Not in the folder for temporary files, where others may write
// too; where this one cannot be written, every start compiles.
module.enableCompileCache(join(root, 'node_modules', '.cache', 'compiled'));
argv.splice(1, argv.length - 1, resolve(root, program), ...rest);
await import(pathToFileURL(argv[1]).href);

/** `range` is one of `^24.21.0` and `>=26.0.0`. */
function isWithin(version, range) {
  const [, kind, least] = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(range);
  const [own, wanted] = [version, least].map((one) => one.split('.').map(Number));
  if (kind === '^' && own[0] !== wanted[0]) return false;
  const differs = own.findIndex((part, index) => part !== wanted[index]);
  return differs < 0 || own[differs] > wanted[differs];
}

function fail(lines) {
  stderr.write(`Forenklingsbot cannot start.\n${lines.join('\n')}\n`);
  exit(1);
}
