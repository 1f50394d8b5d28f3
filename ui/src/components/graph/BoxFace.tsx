import { IconBolt, IconBox, IconTopologyStar3 } from '@tabler/icons-react';
import { stateColor } from '../states';
import type { GraphBox } from './Graph';
import classes from './graph.module.css';

const icons = { task: IconBox, trigger: IconBolt, flow: IconTopologyStar3, point: IconBox };

/** A box as people see it: what it is, its name, and how its runs stand. */
export function BoxFace({ box, chosen }: { box: GraphBox; chosen: boolean }) {
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
        <span>{box.kind}</span>
      </span>
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
