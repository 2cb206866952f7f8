import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasLibreOffice, type LibreOfficeWay, saveByLibreOffice } from './resumes/libreoffice.ts';
import { layouts } from './resumes/layouts.ts';
import { countedFields } from './resumes/compare.ts';
import { draw, readBack } from './resumes/measure.ts';
import type { BenchRow } from './row.ts';

/** As for the layouts that we draw ourselves: a cast that the readers were not written against. */
const cast = 3;
const people = 20;
const bar = 88;

const printed = ['docx-styles', 'docx-plain', 'docx-sidebar-table', 'docx-tables', 'docx-nested-tables', 'docx-two-column-section'];
/** Fewer people: each file is saved once or three times more. */
const others: readonly { readonly way: LibreOfficeWay; readonly people: number }[] = [{ way: 'resaved', people: 5 }, { way: 'by-odt', people: 5 }];

/**
 * Fields that are read right, per cent, of made-up people whose DOCX LibreOffice turned into PDF, saved as DOCX again, or
 * saved as ODT, DOCX and PDF in turn. Not measured where `soffice` is not installed.
 */
export async function measureLibreOffice(dataDirectory: string): Promise<BenchRow[]> {
  const measures = existsSync(join(dataDirectory, 'resumes')) && (await hasLibreOffice());
  const row = (id: string, label: string, share: Share): BenchRow => ({ id: `resume.layouts.libreoffice.${id}`, label, value: share.count === 0 ? null : (100 * share.right) / share.count, bar, lowerIsBetter: false, n: share.count });
  const rows: BenchRow[] = [];
  for (const name of printed) rows.push(row(name, `Fields right in ${name}, printed by LibreOffice: %`, measures ? await shareOf([name], 'printed', people) : none));
  for (const { way, people: few } of others) rows.push(row(way, `Fields right in those layouts, ${way === 'resaved' ? 'saved again as DOCX by' : 'by way of ODT and DOCX printed by'} LibreOffice: %`, measures ? await shareOf(printed, way, few) : none));
  return rows;
}

interface Share {
  readonly right: number;
  readonly count: number;
}

const none: Share = { right: 0, count: 0 };

async function shareOf(names: readonly string[], way: LibreOfficeWay, count: number): Promise<Share> {
  const drawn = [];
  for (const name of names) {
    const layout = layouts[name];
    if (layout === undefined) throw new Error(`There is no layout ${name}`);
    for (let seed = 1; seed <= count; seed += 1) drawn.push({ ...(await draw(layout, cast, seed)), omits: layout.omits });
  }
  const saved = await saveByLibreOffice(drawn.map(({ file }) => file), way);
  const compared = [];
  for (const [index, { person, omits }] of drawn.entries()) {
    const file = saved[index];
    if (file) compared.push(...countedFields(await readBack({ person, file }, omits)));
  }
  return { right: compared.filter((one) => one.right).length, count: compared.length };
}
