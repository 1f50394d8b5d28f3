import { secondsOf } from '~/app/formats';
import { stateColor } from '../states';
import classes from './runBars.module.css';

interface Run {
  id: string;
  state: string;
  /** ISO 8601. */
  duration: string;
}

/** A bar for each of the last executions of a flow: its colour is the state, its height the duration. */
export function RunBars({ runs, label, nameOf }: { runs: Run[]; label: string; nameOf: (run: Run) => string }) {
  const seconds = runs.map((run) => secondsOf(run.duration) || 0);
  const longest = Math.max(...seconds, 0.001);
  return (
    <span className={classes.bars} role="img" aria-label={label}>
      {runs.map((run, index) => (
        <i key={run.id} title={nameOf(run)} style={{ height: `${Math.round(25 + 75 * Math.sqrt((seconds[index] ?? 0) / longest))}%`, background: stateColor(run.state) }} />
      ))}
    </span>
  );
}
