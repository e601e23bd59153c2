// Makes a fresh clone ready: installs the locked dependencies when they are missing or outdated, and makes sure that
// the scripts of package.json run on a Node that is new enough. Quiet when there is nothing to do.
// Plain JavaScript for Node 18 and later, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(ROOT, 'node_modules');
const LOCK = join(ROOT, 'package-lock.json');
/** Holds the hash of the lock file that node_modules was installed from. */
const STAMP = join(MODULES, '.installed-from');
const NEEDED_NODE = 24;
const ON_WINDOWS = process.platform === 'win32';

const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
if (read(STAMP) !== wanted) {
  if (!isInstalled()) {
    install();
  }
  mkdirSync(MODULES, { recursive: true });
  writeFileSync(STAMP, wanted);
}
requireNode();

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Whether node_modules already holds what the lock file says, for example after `npm ci` by hand. */
function isInstalled() {
  // npm writes this file last, with what it has put into node_modules.
  const record = read(join(MODULES, '.package-lock.json'));
  if (record === null) {
    return false;
  }
  const installed = JSON.parse(record).packages;
  return Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages)
    .filter(([path]) => path !== '')
    .every(([path, entry]) =>
      installed[path] === undefined ? entry.optional === true && isForeign(entry) : isSame(installed[path], entry),
    );
}

function isSame(installed, locked) {
  return installed.version === locked.version && installed.integrity === locked.integrity;
}

/** npm leaves out optional packages made for another system. */
function isForeign({ os, cpu, libc }) {
  return (
    (os !== undefined && !os.includes(process.platform)) ||
    (cpu !== undefined && !cpu.includes(process.arch)) ||
    libc !== undefined
  );
}

function install() {
  say('Installing the dependencies (npm ci) …');
  const started = Date.now();
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm names itself to the scripts it runs; that way needs no shell, which npm.cmd on Windows would.
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
  const result =
    npm !== undefined && /\.[cm]?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: ON_WINDOWS });
  if (result.error !== undefined) {
    stop(`npm could not be started: ${result.error.message}`, 'Install Node with npm, then run this again.');
  }
  if (result.status !== 0) {
    stop(
      'npm ci failed; its messages stand above.',
      'Check the network and the registry settings (npm config), then run this again.',
    );
  }
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** npm scripts find node_modules/.bin/node first, which comes with the optional dependencies, and then the system's. */
function requireNode() {
  const own = join(MODULES, '.bin', ON_WINDOWS ? 'node.cmd' : 'node');
  const ownVersion = existsSync(own) ? majorOf(own) : null;
  if (ownVersion !== null && ownVersion >= NEEDED_NODE) {
    return;
  }
  if (Number.parseInt(process.versions.node, 10) >= NEEDED_NODE) {
    // It is made for another C library (Alpine) and would stand in the way of the Node that is there.
    rmSync(own, { force: true });
    return;
  }
  stop(
    `Node ${NEEDED_NODE} or later is needed, and this is Node ${process.versions.node} on ${process.platform} ${process.arch}.`,
    `Here it does not come with the dependencies: install Node ${NEEDED_NODE} (for example with a version manager), then run this again.`,
  );
}

function majorOf(node) {
  const result = spawnSync(node, ['--version'], { encoding: 'utf8', shell: ON_WINDOWS });
  const major = /^v(\d+)\./.exec(result.stdout ?? '');
  return major === null ? null : Number(major[1]);
}

function say(message) {
  process.stderr.write(`${message}\n`);
}

function stop(message, advice) {
  say(`setup: ${message}`);
  say(advice);
  process.exit(1);
}
