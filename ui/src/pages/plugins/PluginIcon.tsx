import classes from './plugins.module.css';

/** A mark of a plugin: two letters of its name, in a colour that follows from the name. */
export function PluginIcon({ name, small }: { name: string; small?: boolean }) {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return (
    <span className={classes.icon} data-small={small || undefined} style={{ '--hue': hue } as React.CSSProperties} aria-hidden>
      {name.slice(0, 2)}
    </span>
  );
}
