/** What LibreOffice makes of our DOCX files: other people's drawing of layouts that we only describe. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MadeFile } from './layout.ts';

const run = promisify(execFile);

type Format = 'pdf' | 'docx' | 'odt';

/** The formats that a DOCX is saved in one after the other before it is read. */
export const libreOfficeWays = { printed: ['pdf'], resaved: ['docx'], 'by-odt': ['odt', 'docx', 'pdf'] } as const satisfies Readonly<Record<string, readonly Format[]>>;
export type LibreOfficeWay = keyof typeof libreOfficeWays;

/** Starting takes seconds, a file a fraction of one; a page that never ends is cut off. */
const longestMilliseconds = 300_000;

export async function hasLibreOffice(): Promise<boolean> {
  return run('soffice', ['--version'], { timeout: 60_000 }).then(() => true, () => false);
}

/** The same files, in the same order, as LibreOffice saves them; its profile and its files are thrown away afterwards. */
export async function saveByLibreOffice(files: readonly MadeFile[], way: LibreOfficeWay): Promise<MadeFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-libreoffice-'));
  try {
    const names = files.map((_, index) => String(index + 1).padStart(4, '0'));
    let from = { folder, format: 'docx' as Format };
    for (const [index, { bytes }] of files.entries()) await writeFile(join(folder, `${names[index] as string}.docx`), bytes);
    for (const [step, format] of libreOfficeWays[way].entries()) {
      const to = join(folder, String(step));
      const paths = names.map((name) => join(from.folder, `${name}.${from.format}`));
      await run('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', format, '--outdir', to, ...paths], { timeout: longestMilliseconds });
      from = { folder: to, format };
    }
    const fileName = from.format === 'pdf' ? 'resume.pdf' : 'resume.docx';
    return await Promise.all(names.map(async (name) => ({ fileName, bytes: new Uint8Array(await readFile(join(from.folder, `${name}.${from.format}`))) })));
  } finally {
    await rm(folder, { recursive: true });
  }
}
