import { colorOfValue } from './palette';
import classes from './shares.module.css';

export interface Share {
  name: string;
  value: number;
}

interface Props {
  shares: Share[];
  label: string;
  /** A hole in the middle, with the whole in it. */
  hole?: boolean;
  legend?: boolean;
  text?: (value: number) => string;
}

const R = 50;

/** Shares of a whole. */
export function Donut({ shares, label, hole = true, legend = true, text = (value) => value.toLocaleString() }: Props) {
  const whole = shares.reduce((sum, share) => sum + share.value, 0);
  const width = hole ? 20 : R;
  const radius = R - width / 2;
  const around = 2 * Math.PI * radius;
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, share) => sum + share.value, 0));
  return (
    <div className={classes.donut}>
      <svg viewBox="0 0 100 100" role="img" aria-label={label}>
        {whole === 0 && <circle cx={R} cy={R} r={radius} fill="none" stroke="var(--hover)" strokeWidth={width} />}
        {shares.map((share, index) => (
          <circle
            key={share.name}
            cx={R}
            cy={R}
            r={radius}
            fill="none"
            stroke={colorOfValue(share.name, index)}
            strokeWidth={width}
            strokeDasharray={`${whole === 0 ? 0 : (share.value / whole) * around} ${around}`}
            strokeDashoffset={whole === 0 ? 0 : -((starts[index] ?? 0) / whole) * around}
            transform={`rotate(-90 ${R} ${R})`}
          >
            <title>{`${share.name}: ${text(share.value)}`}</title>
          </circle>
        ))}
        {hole && (
          <text x={R} y={R + 5} textAnchor="middle" className={classes.whole}>
            {text(whole)}
          </text>
        )}
      </svg>
      {legend && (
        <ul className={classes.legend}>
          {shares.map((share, index) => (
            <li key={share.name}>
              <i style={{ background: colorOfValue(share.name, index) }} />
              <span>{share.name}</span>
              <b>{text(share.value)}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
