import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResume } from '@cairn/engine/resume';
import { extractText } from 'unpdf';
import { createPlaces } from '../server/src/features/places/index.ts';
import { createReadingPool, readingLimits } from '../server/src/features/resume/reading/index.ts';
import { readBytes } from '../server/src/features/resume/reading/read-bytes.ts';
import type { BenchRow } from './row.ts';
import { median } from './statistics.ts';

/** As the server reads. */
const { isTown } = createPlaces();

const warmRounds = 40;
const rounds = 60;
const today = { year: 2026, month: 3 } as const;

/**
 * Reading a PDF whole (bytes → text with positions, styles and links → every field) beside unpdf's text alone, in turns
 * in one warm process; then the same reading through the child process, for information.
 */
export async function measurePdfSpeed(dataDir: string): Promise<BenchRow[]> {
  const folder = join(dataDir, 'resumes', 'rendercv');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')).sort().map((name) => new Uint8Array(readFileSync(join(folder, name)))) : [];
  const row = (id: string, label: string, value: number | null, bar: number | null): BenchRow => ({ id, label, value, bar, lowerIsBetter: true, n: files.length * rounds });
  const labels = {
    ratio: 'A PDF resume read whole ÷ unpdf text alone, warm, medians',
    whole: 'A PDF resume read whole, warm: ms',
    caged: 'The same through the child process with its limits: ms',
  };
  if (files.length === 0) {
    return [row('resume.pdf.ratio', labels.ratio, null, 1.6), row('resume.pdf.whole-ms', labels.whole, null, null), row('resume.pdf.caged-ms', labels.caged, null, null)];
  }
  const alone: number[] = [];
  const whole: number[] = [];
  for (let round = -warmRounds; round < rounds; round += 1) {
    for (const bytes of files) {
      const textMs = await time(() => extractText(bytes.slice()));
      const wholeMs = await time(() => readWhole(bytes));
      if (round < 0) continue;
      alone.push(textMs);
      whole.push(wholeMs);
    }
  }
  return [
    row('resume.pdf.ratio', labels.ratio, median(whole) / median(alone), 1.6),
    row('resume.pdf.whole-ms', labels.whole, median(whole), null),
    row('resume.pdf.caged-ms', labels.caged, await measureCaged(files), null),
  ];
}

async function readWhole(bytes: Uint8Array): Promise<void> {
  const { content } = await readBytes(bytes, 'resume.pdf', readingLimits);
  if ('document' in content) readResume(content.document, { today, defaultCountry: 'IN', isTown });
}

async function measureCaged(files: readonly Uint8Array[]): Promise<number> {
  const pool = createReadingPool({ size: 1 });
  try {
    await pool.ready();
    const times: number[] = [];
    for (let round = -10; round < rounds / 2; round += 1) {
      for (const bytes of files) {
        const milliseconds = await time(async () => {
          const result = await pool.read(bytes, 'resume.pdf');
          if ('reading' in result && 'document' in result.reading.content) readResume(result.reading.content.document, { today, defaultCountry: 'IN', isTown });
        });
        if (round >= 0) times.push(milliseconds);
      }
    }
    return median(times);
  } finally {
    await pool.close();
  }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
