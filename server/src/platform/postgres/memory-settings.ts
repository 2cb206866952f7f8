/** Settings of the embedded server for a machine that it shares with Cairn itself. */

const megabyte = 1024 * 1024;

/**
 * A sixteenth of the memory for PostgreSQL's own cache, from 64 to 512 MB: the system caches the files as well, and
 * pages that are never touched cost nothing.
 */
export function embeddedSettings(memoryBytes: number): Record<string, string> {
  const memory = Math.floor(memoryBytes / megabyte);
  return {
    shared_buffers: `${Math.min(512, Math.max(64, Math.floor(memory / 16)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(memory / 2))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_connections: '100',
    max_wal_size: '1GB',
    // No replicas are fed from here.
    wal_level: 'minimal',
    max_wal_senders: '0',
    // Three idle processes less; reads of a small database come from memory.
    io_method: 'sync',
    // Compiling pays for minutes-long queries only.
    jit: 'off',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Statements and details hold people's data, which a log must not.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
  };
}
