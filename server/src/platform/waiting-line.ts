/** Lets a few pieces of work through at a time, in the order in which they came. Whoever waits has not begun anything, and may hear where they stand. */
export interface WaitingLine {
  /**
   * Runs `work` when its turn comes. `onPlace` hears the place, 1 for the next, at once when there is a wait and whenever it
   * changes. Rejects with the signal's reason when that fires before the turn has come, while work that has begun goes on to
   * its end; with LineFullError when too many wait.
   */
  through<T>(work: () => Promise<T>, options?: { readonly signal?: AbortSignal | undefined; readonly onPlace?: ((place: number) => void) | undefined }): Promise<T>;
}

export class LineFullError extends Error {
  override readonly name = 'LineFullError';
}

interface Waiting {
  readonly admit: () => void;
  readonly onPlace: ((place: number) => void) | undefined;
}

export function waitingLine(atOnce: number, mostWaiting = Infinity): WaitingLine {
  const waiting: Waiting[] = [];
  let free = atOnce;

  function tellPlaces(): void {
    for (const [index, { onPlace }] of waiting.entries()) onPlace?.(index + 1);
  }

  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) {
      free += 1;
      return;
    }
    next.admit();
    tellPlaces();
  }

  async function enter(signal: AbortSignal | undefined, onPlace: Waiting['onPlace']): Promise<void> {
    signal?.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    if (waiting.length >= mostWaiting) throw new LineFullError();
    const turn = Promise.withResolvers<undefined>();
    const entry: Waiting = { admit: () => { turn.resolve(undefined); }, onPlace };
    const giveUp = () => {
      waiting.splice(waiting.indexOf(entry), 1);
      turn.reject(signal?.reason as Error);
      tellPlaces();
    };
    waiting.push(entry);
    onPlace?.(waiting.length);
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      await turn.promise;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  return {
    async through(work, { signal, onPlace } = {}) {
      await enter(signal, onPlace);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
