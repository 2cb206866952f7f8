/**
 * Installs the dependencies when they are missing or the lockfile has changed since. Runs before start, test and cairn,
 * on the Node that npm itself runs on (20 or newer) and with nothing installed: hence plain JavaScript.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const tellEverySeconds = 15;

/**
 * The lockfile's fingerprint: what is installed is current while it stays the same.
 * @param {string} root
 */
function fingerprint(root) {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

/**
 * @param {string} root
 * @returns {boolean} whether what is installed is what the lockfile names
 */
export function isInstalled(root) {
  const stamp = join(root, 'node_modules', '.cairn-install');
  if (!existsSync(join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'))) return false;
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  if (!installedByHand(root)) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/**
 * Somebody ran npm themselves: npm notes what it installed.
 * @param {string} root
 */
function installedByHand(root) {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const { packages: installed } = JSON.parse(readFileSync(noted, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(([path, { version, link, optional }]) => path === '' || link || !path.includes('node_modules/') || (installed[path] === undefined ? optional === true : installed[path].version === version));
}

/**
 * @param {string} root
 * @returns {Promise<number>} exit code of npm ci
 */
function installAll(root) {
  console.log('Installing what Cairn needs (about 300 packages; a minute or two) …');
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const ticker = setInterval(() => console.log(`  still installing, ${seconds()} s`), tellEverySeconds * 1000);
  // npm names itself to its scripts; the tests need what a production setting would leave out.
  const npm = process.env.npm_execpath;
  const parameters = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
  const child = npm === undefined
    ? spawn('npm', parameters, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
    : spawn(process.execPath, [npm, ...parameters], { cwd: root, stdio: 'inherit' });
  return new Promise((settle) => {
    child.on('error', (error) => {
      clearInterval(ticker);
      console.error(`npm could not be started: ${error.message}`);
      settle(1);
    });
    child.on('exit', (code) => {
      clearInterval(ticker);
      if (code === 0) console.log(`Installed in ${seconds()} s`);
      settle(code ?? 1);
    });
  });
}

/** @param {string} root */
async function installIfNeeded(root) {
  if (isInstalled(root)) return 0;
  const code = await installAll(root);
  if (code !== 0) {
    console.error('The installation failed. Check the network and the disk (1 GB is needed), then try again.');
    return code;
  }
  if (!existsSync(join(root, 'node_modules', 'node', 'bin'))) {
    console.error("Node 24 was not installed: npm is set not to run packages' install scripts. Run: npm ci --ignore-scripts=false");
    return 1;
  }
  writeFileSync(join(root, 'node_modules', '.cairn-install'), fingerprint(root));
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await installIfNeeded(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
}
