/** Gathers what is added, each key once, and hands it on together when `milliseconds` have passed since the first. */
export function gathered<Value>(milliseconds: number, handOn: (values: Value[]) => void): { add: (key: string, value: Value) => void; end: () => void } {
  const values = new Map<string, Value>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add: (key, value) => {
      values.set(key, value);
      timer ??= setTimeout(() => {
        const all = [...values.values()];
        values.clear();
        timer = undefined;
        handOn(all);
      }, milliseconds);
    },
    end: () => { clearTimeout(timer); },
  };
}
