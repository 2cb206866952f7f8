/**
 * Where pictures are drawn on a page. pdf.js leaves out of its drawing operators whatever it may not decode, and to decode
 * pictures only to learn where they are would take memory without end; so the page's own content is followed here. Left
 * out: pictures that stand within the content itself, which are small, and what is encrypted or packed other than by Flate.
 */
import type { Box } from '@cairn/engine/resume';
import { drawnObjects } from './drawn-objects.ts';
import { identity, times, type Matrix } from './matrix.ts';
import { contentsOf, decoded, objectsByNumber, type FoundObject } from './pdf-objects.ts';

export interface PictureBoxes {
  /** In the page's own units, y upwards; `y` is the lower edge. */
  ofPage(objectNumber: number): Box[];
}

/** Drawings may draw drawings; deeper than this, or more of them, is a trap. */
const deepest = 5;
const mostDrawn = 5000;
const highestTree = 20;

export function readPictureBoxes(bytes: Uint8Array, inflatedBytes: number): PictureBoxes {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What describes a stream is never packed, and a picture is a stream: most resumes end here.
  if (!file.includes('/Image') || file.includes('/Encrypt')) return { ofPage: () => [] };
  const text = file.toString('latin1');
  if (!isPicture(text)) return { ofPage: () => [] };
  return createFollower(text, objectsByNumber(text, inflatedBytes), inflatedBytes);
}

const isPicture = (body: string): boolean => /\/Subtype\s*\/Image\b/.test(body);

function createFollower(text: string, objects: ReadonlyMap<number, FoundObject>, inflatedBytes: number): PictureBoxes {
  let charactersLeft = inflatedBytes;
  let drawnLeft = mostDrawn;

  function contentOf(object: FoundObject): string {
    if (charactersLeft <= 0) return '';
    const content = decoded(object, text, inflatedBytes);
    charactersLeft -= content.length;
    return content;
  }

  function follow(content: string, resources: string, matrix: Matrix, clip: Box | undefined, depth: number): Box[] {
    const named = valueOf(resources, 'XObject', objects);
    const boxes: Box[] = [];
    for (const drawn of drawnObjects(content, matrix, clip)) {
      drawnLeft -= 1;
      if (drawnLeft < 0) break;
      const object = objectNamed(named, drawn.name, objects);
      if (object === undefined) continue;
      if (isPicture(object.body)) boxes.push(drawn.box);
      else if (depth < deepest && /\/Subtype\s*\/Form\b/.test(object.body)) {
        boxes.push(...follow(contentOf(object), valueOf(object.body, 'Resources', objects) || resources, times(drawn.matrix, matrixOf(object)), drawn.clip, depth + 1));
      }
    }
    return boxes;
  }

  function matrixOf({ body }: FoundObject): Matrix {
    const numbers = [...valueOf(body, 'Matrix', objects).matchAll(/[+-]?(?:\d+\.?\d*|\.\d+)/g)].map(([number]) => Number(number));
    return numbers.length === 6 ? numbers as unknown as Matrix : identity;
  }

  return {
    ofPage(objectNumber) {
      const page = objects.get(objectNumber);
      if (!page) return [];
      const content = contentsOf(page.body, objects).map(contentOf).join('\n');
      return follow(content, resourcesOf(page, objects), identity, undefined, 0);
    },
  };
}

/** A page has its own, or those of the part of the document it stands in. */
function resourcesOf(page: FoundObject, objects: ReadonlyMap<number, FoundObject>): string {
  let at: FoundObject | undefined = page;
  for (let height = 0; at !== undefined && height < highestTree; height += 1) {
    const resources = valueOf(at.body, 'Resources', objects);
    if (resources !== '') return resources;
    at = objects.get(Number(/\/Parent\s+(\d+)\s+\d+\s+R/.exec(at.body)?.[1]));
  }
  return '';
}

function objectNamed(named: string, name: string, objects: ReadonlyMap<number, FoundObject>): FoundObject | undefined {
  const found = [...named.matchAll(/\/([^\s()<>[\]{}/%]+)\s+(\d+)\s+\d+\s+R/g)].find(([, own]) => own === name);
  return found && objects.get(Number(found[2]));
}

/** What stands under a key, itself or in the object that it refers to; empty where nothing does. */
function valueOf(body: string, key: string, objects: ReadonlyMap<number, FoundObject>): string {
  const found = new RegExp(`/${key}\\s*(?:(\\d+)\\s+\\d+\\s+R|<<|\\[)`).exec(body);
  if (!found) return '';
  if (found[1] !== undefined) return objects.get(Number(found[1]))?.body ?? '';
  const from = found.index + found[0].length;
  if (found[0].endsWith('[')) return body.slice(from, Math.max(from, body.indexOf(']', from)));
  let depth = 1;
  for (const bracket of body.slice(from).matchAll(/<<|>>/g)) {
    depth += bracket[0] === '<<' ? 1 : -1;
    if (depth === 0) return body.slice(from, from + bracket.index);
  }
  return body.slice(from);
}
