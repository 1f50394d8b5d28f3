import { ActionIcon, Menu } from '@mantine/core';
import {
  IconChevronDown, IconChevronRight, IconCopy, IconDots, IconDownload, IconFile, IconFilePlus, IconFolder, IconFolderPlus, IconHistory, IconPencil, IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { fileQueries } from '~/api/namespaces';
import { useTexts } from '~/app/texts';
import { Loading } from '~/components/Empty';
import { useCopy } from '~/components/useCopy';
import classes from './files.module.css';
import type { Workbench } from './workbench';
import { words } from './words';

export interface TreeActions {
  create(kind: 'file' | 'folder', within: string): void;
  rename(path: string): void;
  move(from: string, to: string): void;
  upload(files: File[], folder: string): void;
  remove(path: string): void;
  save(path: string): void;
  showRevisions(path: string): void;
}

interface Shared {
  path: string;
  depth: number;
  bench: Workbench;
  actions: TreeActions;
}

/** What is in a folder, folders first; asked for when it opens. */
export function Folder({ namespace, path, depth, bench, actions }: Shared & { namespace: string }) {
  const entries = useQuery(fileQueries.in(namespace, path));
  if (!entries.data) return depth === 0 && !entries.error ? <Loading height={60} /> : null;
  const sorted = [...entries.data].sort((one, other) => one.type.localeCompare(other.type) || one.fileName.localeCompare(other.fileName));
  return (
    <ul className={classes.tree}>
      {sorted.map((entry) => {
        const shared = { path: `${path}/${entry.fileName}`, name: entry.fileName, depth, bench, actions };
        return entry.type === 'Directory' ? <SubFolder key={shared.path} namespace={namespace} {...shared} /> : <Leaf key={shared.path} {...shared} />;
      })}
    </ul>
  );
}

function SubFolder({ namespace, path, name, depth, bench, actions }: Shared & { namespace: string; name: string }) {
  const t = useTexts(words);
  const [open, setOpen] = useState(false);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const from = event.dataTransfer.getData('text/legato-path');
    if (event.dataTransfer.files.length > 0) actions.upload([...event.dataTransfer.files], path);
    else if (from && from !== path && !path.startsWith(`${from}/`)) actions.move(from, `${path}/${from.split('/').at(-1)}`);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(true);
  };
  return (
    <li>
      <div
        className={classes.row}
        data-over={over || undefined}
        style={{ paddingLeft: 4 + depth * 15 }}
        draggable
        onDragStart={(event) => event.dataTransfer.setData('text/legato-path', path)}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <button type="button" className={classes.entry} aria-expanded={open} onClick={() => setOpen(!open)} onKeyDown={removeOn(() => actions.remove(path))}>
          {open ? <IconChevronDown size={13} /> : <IconChevronRight size={13} />}
          <IconFolder size={15} stroke={1.6} />
          <span>{name}</span>
        </button>
        <EntryMenu path={path} actions={actions}>
          <Menu.Item leftSection={<IconFilePlus size={15} />} onClick={() => actions.create('file', path)}>
            {t.newFile}
          </Menu.Item>
          <Menu.Item leftSection={<IconFolderPlus size={15} />} onClick={() => actions.create('folder', path)}>
            {t.newFolder}
          </Menu.Item>
        </EntryMenu>
      </div>
      {open && <Folder namespace={namespace} path={path} depth={depth + 1} bench={bench} actions={actions} />}
    </li>
  );
}

export function Leaf({ path, name, depth, bench, actions }: Shared & { name: string }) {
  const t = useTexts(words);
  return (
    <li>
      <div
        className={classes.row}
        data-active={bench.active === path || undefined}
        style={{ paddingLeft: 22 + depth * 15 }}
        draggable
        onDragStart={(event) => event.dataTransfer.setData('text/legato-path', path)}
      >
        <button type="button" className={classes.entry} title={path} onClick={() => bench.open(path)} onKeyDown={removeOn(() => actions.remove(path))}>
          <IconFile size={15} stroke={1.5} />
          <span>{name}</span>
        </button>
        <EntryMenu path={path} actions={actions}>
          <Menu.Item leftSection={<IconHistory size={15} />} onClick={() => actions.showRevisions(path)}>
            {t.revisions}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => actions.save(path)}>
            {t.download}
          </Menu.Item>
        </EntryMenu>
      </div>
    </li>
  );
}

const removeOn = (remove: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Delete') remove();
};

function EntryMenu({ path, actions, children }: { path: string; actions: TreeActions; children: ReactNode }) {
  const t = useTexts(words);
  const copy = useCopy();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size="xs" data-menu aria-label={t.actionsOf(path)}>
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => actions.rename(path)}>
          {t.rename}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => copy(path.slice(1))}>
          {t.copyPath}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => actions.remove(path)}>
          {t.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
