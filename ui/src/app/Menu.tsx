import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconLogout, IconMoon, IconStar, IconSun } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { loginState, signOut } from '~/api/session';
import { words as loginWords } from '~/pages/login/words';
import classes from './frame.module.css';
import { destinations, type Destination } from './menu';
import { useKept, useSettings } from './settings';
import { starred } from './starred';
import { useTexts } from './texts';
import { useIsDark } from './useIsDark';
import { words } from './words';

export function Menu() {
  const [choice, change] = useSettings();
  const [pages] = useKept(starred);
  const t = useTexts(words);
  const dark = useIsDark();
  const collapsed = choice.menuCollapsed;
  return (
    <nav className={classes.menu} data-collapsed={collapsed || undefined} aria-label={t.mainMenu}>
      <Link to="/" className={classes.brand}>
        <img src="./logo.svg" alt="" />
        {!collapsed && <span>Legato</span>}
      </Link>
      {choice.environmentName && !collapsed && (
        <div className={classes.environment} style={{ background: choice.environmentColor || '#2549b8' }}>
          {choice.environmentName}
        </div>
      )}
      {destinations.filter((page) => !page.section).map((page) => <MenuItem key={page.to} page={page} />)}
      {pages.length > 0 && <div className={classes.section}>{t.starred}</div>}
      {pages.map((page) => (
        <MenuLink key={page.href} label={page.name} collapsed={collapsed}>
          <a className={classes.item} href={page.href}>
            <IconStar aria-hidden />
            <span>{page.name}</span>
          </a>
        </MenuLink>
      ))}
      <div className={classes.section}>{t.administration}</div>
      {destinations.filter((page) => page.section).map((page) => <MenuItem key={page.to} page={page} />)}
      <div className={classes.grow} />
      <SignOut collapsed={collapsed} />
      <MenuLink label={t.theme} collapsed={collapsed}>
        <button type="button" className={classes.item} onClick={() => change({ theme: dark ? 'light' : 'dark' })}>
          {dark ? <IconSun aria-hidden /> : <IconMoon aria-hidden />}
          <span>{dark ? t.light : t.dark}</span>
        </button>
      </MenuLink>
      <MenuLink label={t.expandMenu} collapsed={collapsed}>
        <button
          type="button"
          className={classes.item}
          aria-label={collapsed ? t.expandMenu : t.collapseMenu}
          onClick={() => change({ menuCollapsed: !collapsed })}
        >
          {collapsed ? <IconLayoutSidebarLeftExpand aria-hidden /> : <IconLayoutSidebarLeftCollapse aria-hidden />}
          <span>{t.collapseMenu}</span>
        </button>
      </MenuLink>
    </nav>
  );
}

/** Shown where the server wants to know who is there. */
function SignOut({ collapsed }: { collapsed: boolean }) {
  const t = useTexts(loginWords);
  const login = useQuery({ queryKey: ['login'], queryFn: loginState, staleTime: Number.POSITIVE_INFINITY });
  if (!login.data?.isBasicAuthEnabled) return null;
  return (
    <MenuLink label={t.signOut} collapsed={collapsed}>
      <button type="button" className={classes.item} onClick={() => void signOut()}>
        <IconLogout aria-hidden />
        <span>{t.signOut}</span>
      </button>
    </MenuLink>
  );
}

function MenuItem({ page }: { page: Destination }) {
  const t = useTexts(words);
  const [{ menuCollapsed }] = useSettings();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const active = here === page.to || here.startsWith(`${page.to}/`);
  const label = t[page.word] as string;
  return (
    <MenuLink label={label} collapsed={menuCollapsed}>
      <Link
        to={page.to}
        className={classes.item}
        data-active={active || undefined}
        aria-current={active ? 'page' : undefined}
        aria-label={label}
      >
        <page.icon aria-hidden />
        <span>{label}</span>
      </Link>
    </MenuLink>
  );
}

function MenuLink({ label, collapsed, children }: { label: string; collapsed: boolean; children: ReactNode }) {
  return (
    <Tooltip label={label} position="right" disabled={!collapsed}>
      {children}
    </Tooltip>
  );
}
