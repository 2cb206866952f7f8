/** Compiled code is kept between starts, which halves the time to load the server. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { resolve } from 'node:path';

/** Before anything large is imported. Where the folder cannot be written, Node goes without. */
export function useCompiledCode(): void {
  enableCompileCache(resolve(import.meta.dirname, '../../../node_modules/.cache/cairn/compiled'));
}

/** Now rather than at the end, which a process that is killed does not see. */
export const keepCompiledCode = flushCompileCache;
