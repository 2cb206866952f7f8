export { wordKey } from './word-key.ts';
