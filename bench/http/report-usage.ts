/** Loaded into a process that is measured: tells its parent, when asked, how much processor time it has used. */
export interface Usage {
  /** Microseconds, user and system together. */
  readonly cpuMicroseconds: number;
}

process.on('message', (message) => {
  if (message !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicroseconds: user + system } satisfies Usage);
});
// It must not keep the process alive.
process.channel?.unref();
