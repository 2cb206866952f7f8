/** One child process, kept warm: started, given a file at a time under limits, killed when it breaks one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FileReading } from './read-bytes.ts';
import type { ReadReply, ReadRequest } from './reading-child.ts';
import { type ReadingLimits, type Refusal, type RefusalCode } from './refusals.ts';
import { capMemory, residentBytes } from './resident-memory.ts';

export type FileResult = { readonly reading: FileReading } | { readonly refusal: Refusal };

export interface ReaderProcessOptions {
  /** The program of the child; reading-child.ts unless a test puts another there. */
  readonly entry: string;
  /** An empty folder for the child to stand in. */
  readonly folder: string;
  readonly limits: ReadingLimits;
}

/** How often resident memory is looked at while a file is read; the kernel's limit holds between two looks. */
const memoryCheckMilliseconds = 15;
/** Heap of JavaScript objects; typed arrays are outside it, which is why resident memory is capped as well. */
const heapMegabytes = 192;
/** Processor time of a child's whole life: bounds one whose parent was killed while it ran. */
const lifetimeCpuSeconds = 900;
/** Room for young objects: too little makes V8 collect all the time, its own choice holds 100 MB more. */
const youngMegabytes = 16;
/** Memory mapped before the limit is set and touched after it: measured under 4 MB, with room. */
const mappedNotResidentBytes = 24 * 1024 * 1024;
const startSeconds = 30;
const codeFolder = fileURLToPath(new URL('../../../../../', import.meta.url));
export const readingEntry = fileURLToPath(new URL('./reading-child.ts', import.meta.url));

export class ReaderProcess {
  readonly #child: ChildProcess;
  readonly #limits: ReadingLimits;
  readonly ready: Promise<void>;
  /** The most resident bytes seen while reading; for the test of the cap and for metrics. */
  peakResidentBytes = 0;
  files = 0;
  #settle: ((result: FileResult) => void) | undefined;
  #broken: RefusalCode | undefined;
  #gone = false;

  constructor(options: ReaderProcessOptions) {
    this.#limits = options.limits;
    this.#child = spawn(
      process.execPath,
      ['--no-warnings', `--max-semi-space-size=${youngMegabytes}`, `--max-old-space-size=${heapMegabytes}`, '--permission', `--allow-fs-read=${codeFolder}`, options.entry],
      { cwd: options.folder, env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced' },
    );
    this.ready = this.#start();
    this.#child.on('message', (reply: ReadReply) => {
      if (!('ready' in reply)) this.#finish(reply);
    });
    this.#child.on('exit', (code, signal) => {
      this.#gone = true;
      this.#finish({ refusal: { code: this.#broken ?? causeOf(code, signal), params: {} } });
    });
    this.#child.on('error', () => {
      this.#gone = true;
      this.#finish({ refusal: { code: 'resume.damaged', params: {} } });
    });
  }

  get usable(): boolean {
    return !this.#gone && this.#broken === undefined;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Resident bytes at rest; a child that has grown is replaced between files. */
  restingBytes(): number {
    return this.pid === undefined ? 0 : (residentBytes(this.pid) ?? 0);
  }

  async #start(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.kill();
        reject(new Error('the reading process did not start'));
      }, startSeconds * 1000);
      const done = (): void => clearTimeout(timer);
      this.#child.once('message', () => {
        done();
        resolve();
      });
      this.#child.once('exit', (code) => {
        done();
        reject(new Error(`the reading process ended at its start with code ${code}`));
      });
      this.#child.once('error', (error) => {
        done();
        reject(error);
      });
    });
    if (this.pid !== undefined) {
      const free = this.#limits.residentBytes - (residentBytes(this.pid) ?? 0) - mappedNotResidentBytes;
      await capMemory(this.pid, Math.max(0, free), lifetimeCpuSeconds);
    }
  }

  read(bytes: Uint8Array, name: string): Promise<FileResult> {
    const timer = setTimeout(() => this.#break('resume.too-slow'), this.#limits.seconds * 1000);
    const watch = setInterval(() => this.#checkMemory(), memoryCheckMilliseconds);
    this.files += 1;
    return new Promise<FileResult>((resolve) => {
      this.#settle = resolve;
      const request: ReadRequest = { bytes, name, limits: this.#limits };
      this.#child.send(request, (error) => {
        if (error) this.#finish({ refusal: { code: 'resume.damaged', params: {} } });
      });
    }).finally(() => {
      clearTimeout(timer);
      clearInterval(watch);
    });
  }

  #checkMemory(): void {
    if (this.pid === undefined) return;
    const bytes = residentBytes(this.pid) ?? 0;
    this.peakResidentBytes = Math.max(this.peakResidentBytes, bytes);
    if (bytes > this.#limits.residentBytes) this.#break('resume.out-of-memory');
  }

  #break(code: RefusalCode): void {
    this.#broken ??= code;
    this.kill();
  }

  #finish(result: FileResult): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(result);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Resolves when the process is gone. */
  async end(): Promise<void> {
    if (this.#gone) return;
    const gone = new Promise<void>((resolve) => {
      this.#child.once('exit', () => resolve());
    });
    this.kill();
    await gone;
  }
}

/** V8 aborts when an allocation fails under the limit; anything else that ends the process is the file's doing. */
function causeOf(code: number | null, signal: NodeJS.Signals | null): RefusalCode {
  return signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL' || signal === 'SIGSEGV' || code === 134 ? 'resume.out-of-memory' : 'resume.damaged';
}
