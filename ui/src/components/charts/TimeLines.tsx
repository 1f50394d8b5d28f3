import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import classes from './chart.module.css';
import { colorOfValue } from './palette';
import { labelled, ticksUpTo } from './scale';

export interface Line {
  name: string;
  /** A figure for each moment; undefined where there is none. */
  values: (number | undefined)[];
}

interface Props {
  names: string[];
  lines: Line[];
  label: string;
  height?: number;
  points?: boolean;
}

const LEFT = 40;
const BOTTOM = 18;
const TOP = 6;

/** Figures over time as lines, or as points alone. */
export function TimeLines({ names, lines, label, height = 180, points }: Props) {
  const { ref, width } = useElementSize();
  const [pointed, setPointed] = useState<number>();
  const ticks = ticksUpTo(Math.max(0, ...lines.flatMap((line) => line.values.map((value) => value ?? 0))));
  const top = ticks.at(-1) ?? 1;
  const step = Math.max(0, width - LEFT) / Math.max(1, names.length);
  const x = (index: number) => LEFT + step * (index + 0.5);
  const y = (value: number) => TOP + (height - TOP - BOTTOM) * (1 - value / top);
  const shows = labelled(names.length, Math.floor(width / 90));
  return (
    <div ref={ref} className={classes.chart} onMouseLeave={() => setPointed(undefined)}>
      <svg width={width} height={height} role="img" aria-label={label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} className={classes.grid} />
            <text x={LEFT - 6} y={y(tick) + 3.5} textAnchor="end" className={classes.tick}>
              {tick.toLocaleString()}
            </text>
          </g>
        ))}
        {names.map((name, index) => (
          <g key={index} onMouseEnter={() => setPointed(index)}>
            <rect x={LEFT + step * index} y={0} width={step} height={height - BOTTOM} className={pointed === index ? classes.pointed : classes.area} />
            {shows(index) && (
              <text x={x(index)} y={height - 4} textAnchor="middle" className={classes.tick}>
                {name}
              </text>
            )}
          </g>
        ))}
        {lines.map((line, place) => {
          const color = colorOfValue(line.name, place);
          const known = line.values.flatMap((value, index) => (value === undefined ? [] : [[x(index), y(value)] as const]));
          return (
            <g key={line.name} pointerEvents="none">
              {!points && known.length > 1 && <polyline points={known.map((point) => point.join(',')).join(' ')} fill="none" stroke={color} strokeWidth={1.75} />}
              {(points || known.length < 60) && known.map(([cx, cy]) => <circle key={cx} cx={cx} cy={cy} r={points ? 3 : 2.2} fill={color} />)}
            </g>
          );
        })}
      </svg>
      {pointed !== undefined && (
        <div className={classes.tip} style={{ left: Math.min(x(pointed) + 8, width - 170) }}>
          <b>{names[pointed]}</b>
          {lines.map((line, place) => (
            <span key={line.name}>
              <i style={{ background: colorOfValue(line.name, place) }} />
              {line.name}
              <b>{line.values[pointed]?.toLocaleString() ?? '–'}</b>
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
