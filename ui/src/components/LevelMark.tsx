import classes from './level.module.css';

const colors: Record<string, string> = {
  TRACE: 'var(--state-quiet)',
  DEBUG: 'var(--state-created)',
  INFO: 'var(--state-paused)',
  WARN: 'var(--state-warning)',
  ERROR: 'var(--state-failed)',
};

export function levelColor(level: string): string {
  return colors[level] ?? 'var(--state-quiet)';
}

/** The level of a line of a log in its colour. */
export function LevelMark({ level }: { level: string }) {
  return (
    <span className={classes.level} style={{ '--level': levelColor(level) } as React.CSSProperties}>
      {level}
    </span>
  );
}
