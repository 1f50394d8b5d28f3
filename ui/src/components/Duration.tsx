import { useEffect, useState } from 'react';
import { duration, secondsOf } from '~/app/formats';

interface Props {
  start: string | undefined;
  end?: string | undefined;
  /** Used when it is known, ISO 8601. */
  length?: string;
}

/** How long something took, or takes up to now: then it counts on. */
export function Duration({ start, end, length }: Props) {
  const running = start !== undefined && end === undefined;
  const now = useNow(running);
  if (!start) return null;
  const seconds = end ? (new Date(end).getTime() - new Date(start).getTime()) / 1000 : length && !running ? secondsOf(length) : (now - new Date(start).getTime()) / 1000;
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{duration(Math.max(0, seconds))}</span>;
}

/** The present moment in milliseconds; moves on every 200 ms while something is under way. */
export function useNow(moving: boolean, every = 200): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [moving, every]);
  return now;
}
