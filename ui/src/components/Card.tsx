import type { ReactNode } from 'react';
import classes from './card.module.css';

/** A part of a page, with a title and perhaps something to do with it. */
export function Card({ title, action, children, flush }: { title?: string; action?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <section className={classes.card} data-flush={flush || undefined}>
      {(title || action) && (
        <header className={classes.header}>
          <h2>{title}</h2>
          {action}
        </header>
      )}
      {children}
    </section>
  );
}

/** One figure with its name. */
export function Fact({ name, value, hint, color }: { name: string; value: ReactNode; hint?: string; color?: string }) {
  return (
    <div className={classes.fact}>
      <b style={{ color }}>{value}</b>
      <span>
        {name} {hint && <small>{hint}</small>}
      </span>
    </div>
  );
}
