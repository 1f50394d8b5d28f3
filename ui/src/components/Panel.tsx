import type { ReactNode } from 'react';
import classes from './panel.module.css';

interface Props {
  title?: ReactNode;
  /** Small things at the end of the title, such as a link to more. */
  aside?: ReactNode;
  /** Whether the content reaches the edges, like a table. */
  flush?: boolean;
  children: ReactNode;
}

/** A part of a page with a title of its own. */
export function Panel({ title, aside, flush, children }: Props) {
  return (
    <section className={classes.panel}>
      {(title !== undefined || aside !== undefined) && (
        <header className={classes.head}>
          <h2 className={classes.title}>{title}</h2>
          <div className={classes.aside}>{aside}</div>
        </header>
      )}
      <div className={classes.content} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}

/** Names with their values, one below the other. */
export function Facts({ facts }: { facts: [name: ReactNode, value: ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
