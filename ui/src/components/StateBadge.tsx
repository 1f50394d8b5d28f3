import classes from './state.module.css';
import { stateColor } from './states';

/** A state in the colour of its family; what runs has a dot that breathes. */
export function StateBadge({ state, size = 'sm' }: { state: string; size?: 'sm' | 'md' }) {
  return (
    <span className={classes.badge} data-size={size} style={{ '--state': stateColor(state) } as React.CSSProperties}>
      <span className={classes.dot} data-moving={state === 'RUNNING' || state === 'KILLING' || undefined} aria-hidden />
      {state}
    </span>
  );
}
