import { Outlet } from '@tanstack/react-router';
import { CommandPalette } from './CommandPalette';
import classes from './frame.module.css';
import { Menu } from './Menu';
import { useTexts } from './texts';
import { Toasts } from './Toasts';
import { words } from './words';

/** What stays while pages change. */
export function Frame() {
  const t = useTexts(words);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t.skipToContent}
      </a>
      <Menu />
      <main className={classes.main} id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <CommandPalette />
      <Toasts />
    </div>
  );
}
