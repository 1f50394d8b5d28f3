import type { Schemas } from '~/api/client';
import classes from './state.module.css';

type Label = Schemas['Label'];

/** Labels; a click may filter by one. Those that the system sets are left out unless asked for. */
export function Labels({ labels, onChoose, all }: { labels: Label[] | undefined; onChoose?: (label: Label) => void; all?: boolean }) {
  const shown = (labels ?? []).filter((label) => all || !label.key.startsWith('system.'));
  if (shown.length === 0) return null;
  return (
    <span className={classes.labels}>
      {shown.map((label) => {
        const content = (
          <>
            <span className={classes.key}>{label.key}</span>
            <span className={classes.value}>{label.value}</span>
          </>
        );
        const key = `${label.key}:${label.value}`;
        return onChoose ? (
          <button key={key} type="button" className={classes.label} title={key} onClick={() => onChoose(label)}>
            {content}
          </button>
        ) : (
          <span key={key} className={classes.label} title={key}>
            {content}
          </span>
        );
      })}
    </span>
  );
}
