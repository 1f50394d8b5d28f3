import { ActionIcon, Tooltip } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import classes from './frame.module.css';
import { useKept } from './settings';
import { starred } from './starred';
import { useTexts } from './texts';
import { words } from './words';

export interface Crumb {
  name: string;
  to?: string;
  search?: Record<string, string>;
}

export interface Tab {
  id: string;
  name: string;
  to: string;
}

interface Props {
  title: string;
  /** Small things behind the title, such as a state. */
  mark?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  tabs?: Tab[];
  tab?: string;
  /** Whether the content fills the page to its edges, like an editor. */
  full?: boolean;
  children: ReactNode;
}

/** A page: its title, where it belongs, what can be done with it, its tabs and its content. */
export function Page({ title, mark, crumbs = [], actions, tabs, tab, full, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Legato`;
  }, [title]);
  return (
    <>
      <header className={classes.header}>
        <div className={classes.titles}>
          {crumbs.length > 0 && (
            <nav className={classes.crumbs} aria-label="breadcrumb">
              {crumbs.map((crumb, index) => (
                <span key={index}>
                  {index > 0 && <span aria-hidden> / </span>}
                  {crumb.to ? (
                    <Link to={crumb.to} search={crumb.search ?? {}}>
                      {crumb.name}
                    </Link>
                  ) : (
                    crumb.name
                  )}
                </span>
              ))}
            </nav>
          )}
          <h1 className={classes.title}>
            <span>{title}</span>
            {mark}
            <Star name={title} />
          </h1>
        </div>
        {actions}
      </header>
      {tabs && (
        <nav className={classes.tabs} aria-label={title}>
          {tabs.map((one) => (
            <Link
              key={one.id}
              to={one.to}
              className={classes.tab}
              data-active={one.id === tab || undefined}
              aria-current={one.id === tab ? 'page' : undefined}
            >
              {one.name}
            </Link>
          ))}
        </nav>
      )}
      <div className={classes.body} data-full={full || undefined}>
        {children}
      </div>
    </>
  );
}

function Star({ name }: { name: string }) {
  const t = useTexts(words);
  const [pages, setPages] = useKept(starred);
  useRouterState({ select: (state) => state.location.href });
  const href = location.pathname + location.search;
  const present = pages.some((page) => page.href === href);
  const label = present ? t.unstar : t.star;
  return (
    <Tooltip label={label}>
      <ActionIcon
        size="sm"
        aria-label={label}
        onClick={() => setPages(present ? pages.filter((page) => page.href !== href) : [...pages, { href, name }])}
      >
        {present ? <IconStarFilled size={14} /> : <IconStar size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}
