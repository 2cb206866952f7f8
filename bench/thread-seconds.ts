/** Seconds of processor time that this thread has used: what it waits for its neighbours on a busy machine does not count. */
export function threadSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}
