import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import classes from './chart.module.css';
import { labelled, ticksUpTo } from './scale';

export interface Bucket {
  /** What stands under the bar. */
  name: string;
  counts: Record<string, number>;
  /** A figure drawn as a line over the bars, on a scale of its own. */
  line?: number;
}

interface Props {
  buckets: Bucket[];
  /** Names of the parts in the order in which they are stacked, from below. */
  parts: string[];
  colorOf: (part: string) => string;
  height?: number;
  /** How a height is told; counts as they are. */
  valueText?: (value: number) => string;
  lineName?: string;
  lineText?: (value: number) => string;
  label: string;
  onChoose?: (index: number) => void;
}

const COUNTS = 44;
const VALUES = 62;
const BOTTOM = 18;
const TOP = 6;

/** Bars over time, each stacked of parts. */
export function TimeBars({ buckets, parts, colorOf, height = 130, valueText, lineName, lineText = String, label, onChoose }: Props) {
  const { ref, width } = useElementSize();
  const left = valueText ? VALUES : COUNTS;
  const [pointed, setPointed] = useState<number>();
  const sums = buckets.map((bucket) => parts.reduce((sum, part) => sum + (bucket.counts[part] ?? 0), 0));
  const ticks = valueText ? ticksUpTo(Math.max(...sums)) : ticksUpTo(Math.max(1, ...sums)).filter(Number.isInteger);
  const top = ticks.at(-1) ?? 1;
  const step = Math.max(0, width - left) / Math.max(1, buckets.length);
  const y = (value: number) => TOP + (height - TOP - BOTTOM) * (1 - value / top);
  const shows = labelled(buckets.length, Math.floor(width / 90));
  const longest = Math.max(0, ...buckets.map((bucket) => bucket.line ?? 0));
  const lineY = (value: number) => TOP + (height - TOP - BOTTOM) * (1 - (longest > 0 ? value / longest : 0));
  const line = buckets.flatMap((bucket, index) => (bucket.line === undefined ? [] : [`${left + step * (index + 0.5)},${lineY(bucket.line)}`]));
  const chosen = pointed === undefined ? undefined : buckets[pointed];
  return (
    <div ref={ref} className={classes.chart} onMouseLeave={() => setPointed(undefined)}>
      <svg width={width} height={height} role="img" aria-label={label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} className={classes.grid} />
            <text x={left - 6} y={y(tick) + 3.5} textAnchor="end" className={classes.tick}>
              {valueText ? valueText(tick) : tick.toLocaleString()}
            </text>
          </g>
        ))}
        {buckets.map((bucket, index) => {
          let below = 0;
          const middle = left + step * (index + 0.5);
          return (
            <g key={index} onMouseEnter={() => setPointed(index)} onClick={() => onChoose?.(index)} className={onChoose && classes.choosable}>
              <rect x={left + step * index} y={0} width={step} height={height - BOTTOM} className={pointed === index ? classes.pointed : classes.area} />
              {parts.map((part) => {
                const count = bucket.counts[part] ?? 0;
                if (count === 0) return null;
                below += count;
                return (
                  <rect
                    key={part}
                    x={left + step * index + step * 0.15}
                    width={Math.max(1, step * 0.7)}
                    y={y(below)}
                    height={Math.max(1, y(0) - y(count))}
                    rx={1.5}
                    fill={colorOf(part)}
                  />
                );
              })}
              {shows(index) && (
                <text x={middle > width - 40 ? width : middle} y={height - 4} textAnchor={middle > width - 40 ? 'end' : 'middle'} className={classes.tick}>
                  {bucket.name}
                </text>
              )}
            </g>
          );
        })}
        {line.length > 1 && <polyline points={line.join(' ')} className={classes.line} />}
      </svg>
      {chosen && pointed !== undefined && (
        <div className={classes.tip} style={{ left: Math.min(left + step * (pointed + 0.5) + 8, width - 170) }}>
          <b>{chosen.name}</b>
          {parts
            .filter((part) => chosen.counts[part])
            .map((part) => (
              <span key={part}>
                <i style={{ background: colorOf(part) }} />
                {part}
                <b>{valueText ? valueText(chosen.counts[part] ?? 0) : chosen.counts[part]?.toLocaleString()}</b>
              </span>
            ))}
          {chosen.line !== undefined && (
            <span>
              <i />
              {lineName}
              <b>{lineText(chosen.line)}</b>
            </span>
          )}
        </div>
      )}
    </div>
  );
}
