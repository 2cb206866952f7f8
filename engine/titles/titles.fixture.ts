import { compileTitleModel, type TitleTable } from './title-model.ts';

/** Two directions: care, and code. Scale 0.1, whole numbers from -31 to 31. */
const features = ['developer', 'nurse', 'programmer', 'ward'];
const vectors = [[0, 31], [31, 0], [0, 20], [30, 5]];
const byTitles = [[31, 0], [0, 31]];
/** The group of nurses points to care, that of developers to code. */
const groups = ['2221', '2512'];
const byGroup = [[31, 0], [0, 31]];
const occupations = ['2221.1\tnurse\tnurse\tward nurse', '2512.4\tdeveloper\tdeveloper'];

/** Each in one occupation. */
const words = ['code', 'patient'];
const [counts, places, weights] = [[1, 1], [1, 0], [200, 100]];

export const smallTable: TitleTable = {
  head: [['2'], features, occupations, groups, words].map((lines) => lines.join('\n')).join('\n\n'),
  numbers: Uint8Array.from([
    ...[vectors, byTitles, byGroup].flatMap((rows) => [...new Uint8Array(Float32Array.from(rows, () => 0.1).buffer), ...new Uint8Array(Int8Array.from(rows.flat()).buffer)]),
    ...[counts, places].flatMap((numbers) => [...new Uint8Array(Uint16Array.from(numbers).buffer)]),
    ...weights,
  ]),
};

export const smallModel = compileTitleModel(smallTable);
