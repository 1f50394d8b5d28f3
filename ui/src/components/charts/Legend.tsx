import classes from './legend.module.css';

/** What the colours of a chart stand for. */
export function Legend({ names, colorOf }: { names: readonly string[]; colorOf: (name: string) => string }) {
  return (
    <span className={classes.legend}>
      {names.map((name) => (
        <span key={name}>
          <i style={{ background: colorOf(name) }} />
          {name}
        </span>
      ))}
    </span>
  );
}
