import { FileButton } from '@mantine/core';
import { IconBook2, IconFileImport, IconPencil, IconPuzzle, IconRoute } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '~/app/texts';
import { useFlowImport } from '~/components/useFlowImport';
import classes from './welcome.module.css';
import { words } from './words';

/** What is shown as long as there is no flow: the ways to a first one. */
export function Welcome() {
  const t = useTexts(words);
  const importFile = useFlowImport();
  return (
    <div className={classes.welcome}>
      <h2>{t.welcome}</h2>
      <p>{t.text}</p>
      <div className={classes.ways}>
        <Link to="/tour" className={classes.way} data-first>
          <IconRoute size={24} stroke={1.5} aria-hidden />
          <span>
            <b>{t.tour}</b>
            <span>{t.tourText}</span>
          </span>
        </Link>
        <Link to="/flows/new" className={classes.way}>
          <IconPencil size={22} stroke={1.5} aria-hidden />
          <span>
            <b>{t.write}</b>
            <span>{t.writeText}</span>
          </span>
        </Link>
        <Link to="/blueprints" className={classes.way}>
          <IconBook2 size={22} stroke={1.5} aria-hidden />
          <span>
            <b>{t.blueprints}</b>
            <span>{t.blueprintsText}</span>
          </span>
        </Link>
        <FileButton onChange={importFile} accept=".yaml,.yml,.zip">
          {(props) => (
            <button type="button" className={classes.way} {...props}>
              <IconFileImport size={22} stroke={1.5} aria-hidden />
              <span>
                <b>{t.import}</b>
                <span>{t.importText}</span>
              </span>
            </button>
          )}
        </FileButton>
        <Link to="/plugins" className={classes.way}>
          <IconPuzzle size={22} stroke={1.5} aria-hidden />
          <span>
            <b>{t.plugins}</b>
            <span>{t.pluginsText}</span>
          </span>
        </Link>
      </div>
    </div>
  );
}
