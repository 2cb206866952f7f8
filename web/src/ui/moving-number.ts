import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

const durationMilliseconds = 240;

/** Runs from the last value to the new one, so that a change is seen to happen; at once under reduced motion. */
export function useMovingNumber(value: number): number {
  const still = useReducedMotion();
  const [shown, setShown] = useState(value);
  const from = useRef(value);
  useEffect(() => {
    const start = from.current;
    if (still || start === value) {
      from.current = value;
      setShown(value);
      return;
    }
    const began = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const share = Math.min(1, Math.max(0, (now - began) / durationMilliseconds));
      from.current = start + (value - start) * (1 - (1 - share) ** 3);
      setShown(from.current);
      if (share < 1) frame = requestAnimationFrame(step);
      else setShown(value);
    });
    return () => { cancelAnimationFrame(frame); };
  }, [value, still]);
  return shown;
}
