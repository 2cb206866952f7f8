declare module 'ahocorasick' {
  class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** For each place where keywords end: its last code unit, and the keywords. */
    search(text: string): [last: number, keywords: string[]][];
  }
  export = AhoCorasick;
}
