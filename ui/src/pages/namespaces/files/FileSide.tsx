import { ActionIcon, FileButton, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilePlus, IconFolderPlus, IconUpload, IconZip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type DragEvent, type ReactNode } from 'react';
import { download, path, urlOf } from '~/api/client';
import { fileQueries } from '~/api/namespaces';
import { useTexts } from '~/app/texts';
import { useAct } from '~/components/useAct';
import { FileRevisions } from './FileRevisions';
import classes from './files.module.css';
import { Folder, Leaf } from './FileTree';
import { PathDialog } from './PathDialog';
import { useTreeActions } from './useTreeActions';
import type { Workbench } from './workbench';
import { words } from './words';

/** The tree of files with what can be done with them. */
export function FileSide({ namespace, bench }: { namespace: string; bench: Workbench }) {
  const t = useTexts(words);
  const [act] = useAct();
  const [past, setPast] = useState<string>();
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');
  const [sought] = useDebouncedValue(text.trim(), 200);
  const found = useQuery({ ...fileQueries.found(namespace, sought), enabled: sought !== '' });
  const { actions, asked, answer, forget } = useTreeActions(namespace, bench, setPast);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) actions.upload([...event.dataTransfer.files], '');
    const from = event.dataTransfer.getData('text/legato-path');
    if (from.lastIndexOf('/') > 0) actions.move(from, `/${from.split('/').at(-1)}`);
  };
  return (
    <aside
      className={classes.side}
      data-over={over || undefined}
      aria-label={t.files}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(event.dataTransfer.types.includes('Files'));
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className={classes.tools}>
        <TextInput flex={1} aria-label={t.find} placeholder={t.find} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Tool label={t.newFile} onClick={() => actions.create('file', '')} icon={<IconFilePlus size={16} />} />
        <Tool label={t.newFolder} onClick={() => actions.create('folder', '')} icon={<IconFolderPlus size={16} />} />
        <FileButton multiple onChange={(files) => actions.upload(files, '')}>
          {(props) => <Tool label={t.upload} onClick={props.onClick} icon={<IconUpload size={16} />} />}
        </FileButton>
        <Tool
          label={t.export}
          onClick={() => void act(() => download(urlOf(path`/namespaces/${namespace}/files/export`), {}, `${namespace}_files.zip`))}
          icon={<IconZip size={16} />}
        />
      </div>
      <div className={classes.scroll}>
        {sought ? (
          <ul className={classes.tree}>
            {(found.data ?? []).map((file) => (
              <Leaf key={file} path={file} name={file.slice(1)} depth={0} bench={bench} actions={actions} />
            ))}
          </ul>
        ) : (
          <Folder namespace={namespace} path="" depth={0} bench={bench} actions={actions} />
        )}
      </div>
      {asked && (
        <PathDialog
          title={asked.kind === 'move' ? t.rename : asked.kind === 'folder' ? t.newFolder : t.newFile}
          initial={asked.kind === 'move' ? asked.from.slice(1) : asked.within ? `${asked.within.slice(1)}/` : ''}
          onDone={answer}
          onClose={forget}
        />
      )}
      {past && <FileRevisions namespace={namespace} path={past} onClose={() => setPast(undefined)} />}
    </aside>
  );
}

function Tool({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
