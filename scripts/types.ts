/** `npm run types`: checks the types of every workspace and of what belongs to the root, two at a time. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const atOnce = 2;

/** tsconfig.json and tsconfig.*.json of every folder at the root. */
export function typeProjects(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .flatMap((entry) => readdirSync(join(directory, entry.name)).filter((name) => /^tsconfig(\.[\w-]+)?\.json$/.test(name)).map((name) => join(directory, entry.name, name)))
    .sort();
}

function check(project: string): Promise<{ project: string; ok: boolean; output: string }> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', project, '--pretty', 'false'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.on('close', (code) => { settle({ project: relative(root, project), ok: code === 0, output }); });
  });
}

/** Answers how many projects passed and failed, having said what is wrong. */
export async function checkTypes(projects: readonly string[], say: (text: string) => void): Promise<{ passed: number; failed: number }> {
  const sum = { passed: 0, failed: 0 };
  const waiting = [...projects];
  const worker = async () => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
      const { ok, output, project: name } = await check(project);
      sum[ok ? 'passed' : 'failed'] += 1;
      say(ok ? `  ok    ${name}\n` : `  FAIL  ${name}\n${output.trimEnd()}\n`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return sum;
}

if (process.argv[1] !== undefined && existsSync(process.argv[1]) && resolve(process.argv[1]) === import.meta.filename) {
  const { failed } = await checkTypes(typeProjects(root), (text) => { process.stdout.write(text); });
  process.exitCode = failed === 0 ? 0 : 1;
}
