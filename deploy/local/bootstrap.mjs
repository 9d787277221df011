// Entry of `npm start|stop|test|verify`. Plain JavaScript: it runs on any Node from 18 on, installs the
// workspace's packages where they are missing, and hands over to Node 24 (which runs the TypeScript unbuilt).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** True when node_modules holds exactly what package-lock.json asks for (optional platform packages aside). */
function packagesInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || have[path]?.version === wanted.version,
  );
}

function installPackages() {
  console.log("Installing the workspace's npm packages (npm ci) ...");
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const done = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (done.status !== 0) fail('npm ci failed; its output above says why.');
}

/** The newest Node at hand: the running one from 24 on, else the one that npm installed for this platform. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const bundled = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(bundled)) return bundled;
  return fail(`Node 24 or newer is needed (this is ${process.version}, and npm has no build for this platform).`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!packagesInstalled()) installPackages();
const node = findNode();
const main = join(root, 'deploy', 'local', 'src', 'main.ts');
const child = spawn(node, ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`Node could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
