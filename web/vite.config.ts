import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { languages, preloadFirstVisit } from './first-visit.ts';

/** Below this many bytes packing saves nothing worth a second file. */
const leastPackedBytes = 1024;

/** The server sends what stands packed beside a file, and packs nothing itself. index.html gets a nonce in every answer, so it stays as it is. */
function packFiles(): Plugin {
  return {
    name: 'cairn-pack-files',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!['.js', '.css', '.svg', '.webmanifest'].includes(extname(name))) continue;
        const content = readFileSync(join(dir, name));
        if (content.length < leastPackedBytes) continue;
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
    },
  };
}

/** The letters of the first paint are asked for with the page, not when its styles have been read. */
function preloadLatinLetters(): Plugin {
  return {
    name: 'cairn-preload-latin-letters',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const [file] = Object.keys(bundle).filter((name) => /inter-latin-wght-normal.*\.woff2$/.test(name));
        return file === undefined ? [] : [{ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' }, injectTo: 'head' }];
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), preloadLatinLetters(), preloadFirstVisit(), packFiles()],
  // The server replaces the word with a fresh nonce in every answer.
  html: { cspNonce: 'CAIRN_NONCE' },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Packages change rarely: their file stays in the browser over releases. The rest of the first visit is one file more.
            { name: 'packages', tags: ['$initial'], test: /node_modules/ },
            { name: 'frame', tags: ['$initial'] },
            // Every page but the landing page asks the server.
            { name: 'asking', test: /@tanstack\/(react-query|query-core)\/|\/src\/lib\/(query-client|session)\.ts$/ },
            // The frame of signed-in pages and the small parts that nearly all of them are made of: two files instead of twenty.
            { name: 'member', test: /\/src\/(app\/(member-|more-places|offline-note|places|sign-out|live-queries)|lib\/(format|live|own-preferences)|ui\/(icons|page|match-bar|moving-number|quantities|reason-words|undo-bar))/ },
            // Reasons are worded on nearly every page of theirs: one file for each language, not three.
            ...languages.map((language) => ({ name: `member-words-${language}`, test: new RegExp(`/locales/${language}/(dashboard|reasons|warnings)\\.json$`) })),
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:3000', ws: true } } },
});
