import { useState } from 'react';
import { download } from '~/api/client';
import { fileActions, fileUrl } from '~/api/namespaces';
import { useTexts } from '~/app/texts';
import { confirm } from '~/components/Confirm';
import { useAct } from '~/components/useAct';
import type { TreeActions } from './FileTree';
import type { Workbench } from './workbench';
import { words } from './words';

/** A path that a person is asked for. */
type Asked = { kind: 'file' | 'folder'; within: string } | { kind: 'move'; from: string };

/** What can be done with files and folders, and the path that is being asked for. */
export function useTreeActions(namespace: string, bench: Workbench, showRevisions: (path: string) => void) {
  const t = useTexts(words);
  const [act] = useAct();
  const [asked, setAsked] = useState<Asked>();
  const move = (from: string, to: string) =>
    act(async () => {
      await fileActions.move(namespace, from, to);
      bench.moved(from, to);
    }, t.moved);
  const actions: TreeActions = {
    create: (kind, within) => setAsked({ kind, within }),
    rename: (from) => setAsked({ kind: 'move', from }),
    move: (from, to) => void move(from, to),
    upload: (files, folder) =>
      void act(async () => {
        for (const file of files) await fileActions.write(namespace, `${folder}/${file.name}`, file);
      }, t.uploaded(files.length)),
    showRevisions,
    save: (file) => void act(() => download(fileUrl(namespace, file), {}, file.split('/').at(-1))),
    remove: (file) =>
      confirm({
        title: t.deleteTitle(file),
        body: t.deleteText,
        action: t.delete,
        dangerous: true,
        onConfirm: () =>
          act(async () => {
            await fileActions.remove(namespace, file);
            bench.removed(file);
          }, t.deleted(file)),
      }),
  };
  const answer = async (target: string) => {
    if (asked?.kind === 'move') await move(asked.from, target);
    if (asked?.kind === 'folder') await act(() => fileActions.makeFolder(namespace, target));
    if (asked?.kind === 'file') {
      const made = await act(() => fileActions.write(namespace, target, new Blob([''])).then(() => true));
      if (made) bench.open(target);
    }
    setAsked(undefined);
  };
  return { actions, asked, answer, forget: () => setAsked(undefined) };
}
