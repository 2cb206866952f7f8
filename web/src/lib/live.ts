import type { LiveEvent } from '@cairn/contracts';

type Listener = (event: LiveEvent) => void;

const firstDelayMilliseconds = 500;
const longestDelayMilliseconds = 30_000;

/** Follows /api/v1/live and comes back after a cut, waiting twice as long each time. Returns what ends it. */
export function followLive(listen: Listener, returned: () => void): () => void {
  let socket: WebSocket | null = null;
  let delayMilliseconds = firstDelayMilliseconds;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let wasCut = false;

  const open = () => {
    socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`);
    socket.onopen = () => {
      delayMilliseconds = firstDelayMilliseconds;
      if (wasCut) returned();
    };
    socket.onmessage = (message: MessageEvent<string>) => listen(JSON.parse(message.data) as LiveEvent);
    socket.onclose = () => {
      if (ended) return;
      wasCut = true;
      timer = setTimeout(open, delayMilliseconds);
      delayMilliseconds = Math.min(delayMilliseconds * 2, longestDelayMilliseconds);
    };
  };
  open();

  return () => {
    ended = true;
    clearTimeout(timer);
    socket?.close();
  };
}
