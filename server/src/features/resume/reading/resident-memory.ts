/** What a child process holds in memory, and a limit on it that the kernel keeps. Linux; elsewhere unknown. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const pageBytes = 4096;

/** Resident bytes of a process; undefined where /proc does not exist or the process is gone. */
export function residentBytes(pid: number): number | undefined {
  try {
    const [, resident] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ');
    return resident === undefined ? undefined : Number(resident) * pageBytes;
  } catch {
    return undefined;
  }
}

/**
 * Caps what the process may still allocate, through RLIMIT_DATA, and the processor time of its life, through RLIMIT_CPU.
 * A limit given at the start would count the address space V8 reserves and never touches (about 0.5 GB), so the limit
 * is set once the child runs: what it has mapped by then plus `moreBytes`. False where that is not possible.
 */
export async function capMemory(pid: number, moreBytes: number, cpuSeconds: number): Promise<boolean> {
  const mapped = mappedBytes(pid);
  if (mapped === undefined) return false;
  return new Promise((resolve) => {
    const command = spawn('prlimit', ['--pid', String(pid), `--data=${mapped + moreBytes}`, `--cpu=${cpuSeconds}`], { stdio: 'ignore' });
    command.on('error', () => resolve(false));
    command.on('exit', (code) => resolve(code === 0));
  });
}

function mappedBytes(pid: number): number | undefined {
  try {
    const data = /^VmData:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return data ? Number(data[1]) * 1024 : undefined;
  } catch {
    return undefined;
  }
}
