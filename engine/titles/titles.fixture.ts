import { compileTitleModel, type TitleTable } from './title-model.ts';

/** Two directions: care, and code. Scale 0.1, whole numbers from -31 to 31. */
const features = ['developer', 'nurse', 'programmer', 'ward'];
const vectors = [[0, 31], [31, 0], [0, 20], [30, 5]];
const byTitles = [[31, 0], [0, 31]];
const byDescription = [[20, 0], [0, 20]];
const occupations = [{ code: '2221.1', titles: ['nurse', 'ward nurse'] }, { code: '2512.4', titles: ['developer'] }];

export const smallTable: TitleTable = {
  head: JSON.stringify({ dimensions: 2, features, occupations }),
  numbers: Uint8Array.from([vectors, byTitles, byDescription].flatMap((rows) => [...new Uint8Array(Float32Array.from(rows, () => 0.1).buffer), ...new Uint8Array(Int8Array.from(rows.flat()).buffer)])),
};

export const smallModel = compileTitleModel(smallTable);
