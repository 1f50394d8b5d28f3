import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTexts } from '~/app/texts';
import classes from './files.module.css';
import type { Workbench } from './workbench';
import { words } from './words';

interface Props {
  bench: Workbench;
  close: (path: string) => void;
  save: () => void;
  saveAll: () => void;
}

/** A tab for each open file; a dot marks what is not saved. */
export function OpenFiles({ bench, close, save, saveAll }: Props) {
  const t = useTexts(words);
  if (bench.files.length === 0) return null;
  const unsaved = bench.files.filter((file) => file.draft !== undefined);
  return (
    <div className={classes.tabs}>
      {bench.files.map(({ path, draft }) => (
        <div key={path} className={classes.tab} data-active={path === bench.active || undefined}>
          <button type="button" title={path} aria-current={path === bench.active || undefined} onClick={() => bench.open(path)}>
            {path.split('/').at(-1)}
          </button>
          {draft !== undefined && <span className={classes.dirty} role="img" aria-label={t.unsaved} title={t.unsaved} />}
          <ActionIcon size="xs" aria-label={t.close(path)} onClick={() => close(path)}>
            <IconX size={12} />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.barEnd}>
        {unsaved.length > 1 && (
          <Button variant="default" size="compact-xs" onClick={saveAll}>
            {t.saveAll}
          </Button>
        )}
        <Button size="compact-xs" disabled={!unsaved.some((file) => file.path === bench.active)} onClick={save}>
          {t.save}
        </Button>
      </div>
    </div>
  );
}
