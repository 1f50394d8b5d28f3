import { IconBolt, IconBox, IconFold, IconPlayerPauseFilled, IconTopologyStar3, IconTransform } from '@tabler/icons-react';
import { useTexts } from '~/app/texts';
import { Duration } from '../Duration';
import { stateColor } from '../states';
import type { GraphBox } from './data';
import classes from './graph.module.css';
import { words } from './words';

const moment = (milliseconds: number | undefined) => (milliseconds === undefined ? undefined : new Date(milliseconds).toISOString());
const icons = { task: IconBox, trigger: IconBolt, flow: IconTopologyStar3, point: IconBox };

/** A box as people see it: what it is, its name, and how its runs stand. */
export function BoxFace({ box, chosen, unfolded, onUnfold }: { box: GraphBox; chosen: boolean; unfolded: boolean; onUnfold?: (box: GraphBox) => void }) {
  const t = useTexts(words);
  const Shape = icons[box.look];
  const states = Object.entries(box.states ?? {}).filter(([, count]) => count > 0);
  const main = states.find(([state]) => state === 'FAILED') ?? states.find(([state]) => state === 'RUNNING') ?? states[0];
  return (
    <div
      className={classes.box}
      data-look={box.look}
      data-chosen={chosen || box.emphasized || undefined}
      data-state={main?.[0]}
      style={main && ({ '--state': stateColor(main[0]) } as React.CSSProperties)}
    >
      <span className={classes.icon}>
        <Shape size={16} stroke={1.6} />
      </span>
      <span className={classes.texts}>
        <b>{box.name}</b>
        <span>
          {box.kind}
          {box.time && (
            <>
              {' · '}
              <Duration start={moment(box.time.start)} end={moment(box.time.end)} />
            </>
          )}
        </span>
      </span>
      {box.marked && <IconPlayerPauseFilled size={13} color="var(--state-breakpoint)" aria-label={t.breakpoint} />}
      {box.subflow && onUnfold && (
        <button
          type="button"
          className={classes.unfold}
          aria-expanded={unfolded}
          aria-label={unfolded ? t.fold(box.name) : t.unfold(box.name)}
          title={unfolded ? t.fold(box.name) : t.unfold(box.name)}
          onClick={(event) => {
            event.stopPropagation();
            onUnfold(box);
          }}
        >
          {unfolded ? <IconFold size={14} /> : <IconTransform size={14} />}
        </button>
      )}
      {states.length > 0 && (
        <span className={classes.counts}>
          {states.map(([state, count]) => (
            <i key={state} title={`${state}: ${count}`} style={{ background: stateColor(state) }}>
              {count > 1 ? count : ''}
            </i>
          ))}
        </span>
      )}
    </div>
  );
}
