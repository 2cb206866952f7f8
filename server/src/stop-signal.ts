/** Ctrl-C and the other ways in which a process is asked to stop. */

export interface StopSignal {
  /** Settles at the first request. */
  readonly asked: Promise<void>;
  isAsked(): boolean;
  /** No longer listens. */
  release(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes Ctrl-C on to a process that the terminal has told already; a person who means it twice takes longer. */
const echoMilliseconds = 2000;

/** `onImpatience` runs when somebody asks again while the stop is under way. */
export function listenForStop(onImpatience: () => void): StopSignal {
  let askedAt: number | undefined;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const listener = () => {
    const now = performance.now();
    if (askedAt === undefined) {
      askedAt = now;
      resolve(undefined);
    } else if (now - askedAt > echoMilliseconds) {
      onImpatience();
    }
  };
  for (const signal of signals) process.on(signal, listener);
  return {
    asked: promise,
    isAsked: () => askedAt !== undefined,
    release: () => {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}

/** Somebody asked to stop before the work was done. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** `work`, or StoppedError as soon as somebody asks to stop: what was opened for it can then be closed in order. */
export async function unlessStopped<T>(work: () => Promise<T>): Promise<T> {
  const stop = listenForStop(() => process.exit(1));
  try {
    return await Promise.race([work(), stop.asked.then(() => { throw new StoppedError('Stopped before it was done.'); })]);
  } finally {
    stop.release();
  }
}
