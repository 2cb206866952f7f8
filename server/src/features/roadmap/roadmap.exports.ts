import { toICalendar, toMarkdown, toPrintModel, type NamedResources, type TaskRecord } from '@cairn/engine/roadmap';
import type { FileAnswer } from '../../platform/http/endpoint-types.ts';
import type { StoredRoadmap } from './roadmap.store.ts';
import { roadmapWords } from './roadmap-words.ts';

export interface ExportParts {
  readonly publicUrl: string;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export interface Exported {
  readonly roadmap: StoredRoadmap;
  readonly records: readonly TaskRecord[];
  readonly resources: NamedResources;
}

export interface RoadmapExports {
  document(exported: Exported, format: 'pdf' | 'markdown'): Promise<FileAnswer>;
  calendar(exported: Exported): FileAnswer;
}

/** Evenings from Monday to Saturday: when somebody who studies or works can learn. */
const studyDays = [1, 2, 3, 4, 5, 6];
const studyStartsAt = '18:00';

export function createRoadmapExports({ publicUrl, now }: ExportParts): RoadmapExports {
  return {
    async document({ roadmap, records, resources }, format) {
      const words = roadmapWords(roadmap.request.language);
      if (format === 'markdown') {
        return { content: toMarkdown(roadmap.plan, records, words, resources), mediaType: 'text/markdown; charset=utf-8', fileName: `${roadmap.title}.md` };
      }
      // Drawing takes 90 ms to load, and few ask for it.
      const { drawRoadmap } = await import('./roadmap-pdf.ts');
      return { content: await drawRoadmap(toPrintModel(roadmap.plan, records, words, resources), roadmap.title, new Date(now())), mediaType: 'application/pdf', fileName: `${roadmap.title}.pdf` };
    },
    calendar({ roadmap, records, resources }) {
      const words = roadmapWords(roadmap.request.language);
      const content = toICalendar(roadmap.plan, records, {
        words, resources, name: roadmap.title, roadmapId: roadmap.id, host: new URL(publicUrl).hostname, stampedAt: new Date(now()).toISOString(), studyDays, studyStartsAt,
      });
      return { content, mediaType: 'text/calendar; charset=utf-8' };
    },
  };
}
