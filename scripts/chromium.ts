/** The browser that the browser tests and measurements drive. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** CHROMIUM_PATH when set, else the first in the usual places. */
export function findChromium(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  return [...(given === undefined ? [] : [given]), ...usualPlaces].find((path) => existsSync(path));
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The browser, installed if this account may; else what somebody has to do. */
export function provideChromium(report: (line: string) => void): { path: string } | { problem: string } {
  const found = findChromium();
  if (found !== undefined) return { path: found };
  if (!isDebian() || process.getuid?.() !== 0) {
    return { problem: 'The browser tests need Chromium. As root on Debian: apt-get install chromium. Elsewhere install Chromium or Chrome, or set CHROMIUM_PATH to one.' };
  }
  report('Installing Chromium from Debian (about 300 MB) …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const parameters of [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', 'chromium']]) {
    const done = spawnSync('apt-get', parameters, { stdio: ['ignore', 'inherit', 'inherit'], env: environment });
    if (done.status !== 0) return { problem: `apt-get ${parameters.join(' ')} failed (${done.status ?? done.signal}). Mend that, then run the tests again.` };
  }
  const installed = findChromium();
  return installed === undefined ? { problem: 'Debian installed Chromium, but it is in none of the usual places. Set CHROMIUM_PATH.' } : { path: installed };
}
