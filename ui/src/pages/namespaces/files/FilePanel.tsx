import { IconFiles } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fileActions, fileQueries } from '~/api/namespaces';
import { useTexts } from '~/app/texts';
import { confirm } from '~/components/Confirm';
import { Empty } from '~/components/Empty';
import { useAct } from '~/components/useAct';
import { FileEditor } from './FileEditor';
import classes from './files.module.css';
import { FileSide } from './FileSide';
import { OpenFiles } from './OpenFiles';
import { useWorkbench } from './workbench';
import { words } from './words';

/** The files of a namespace: a tree, and an editor of those that are open. */
export function FilePanel({ namespace }: { namespace: string }) {
  const t = useTexts(words);
  const bench = useWorkbench(namespace);
  const [act] = useAct();
  const queries = useQueryClient();
  const top = useQuery(fileQueries.in(namespace, ''));
  const active = bench.files.find((file) => file.path === bench.active);
  const unsaved = bench.files.some((file) => file.draft !== undefined);
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);
  const save = (path: string) => {
    const draft = bench.files.find((file) => file.path === path)?.draft;
    if (draft === undefined) return undefined;
    return act(async () => {
      await fileActions.write(namespace, path, new Blob([draft]));
      // the text that was stored, until it is asked for again
      queries.setQueryData(fileQueries.content(namespace, path).queryKey, draft);
      bench.saved(path, draft);
    }, t.saved(path));
  };
  const saveAll = async () => {
    for (const file of bench.files) await save(file.path);
  };
  const close = (path: string) => {
    if (bench.files.find((file) => file.path === path)?.draft === undefined) bench.close(path);
    else confirm({ title: t.unsavedTitle(path), body: t.unsavedText, action: t.discard, dangerous: true, onConfirm: () => bench.close(path) });
  };
  const empty = top.data?.length === 0;
  return (
    <div className={classes.workbench}>
      <FileSide namespace={namespace} bench={bench} />
      <section className={classes.editing}>
        <OpenFiles bench={bench} close={close} save={() => active && void save(active.path)} saveAll={() => void saveAll()} />
        <div className={classes.fill}>
          {active ? (
            <FileEditor key={active.path} namespace={namespace} file={active} write={(draft) => bench.write(active.path, draft)} save={() => void save(active.path)} />
          ) : (
            <Empty icon={IconFiles} title={empty ? t.none : t.files} text={empty ? t.noneText : t.choose} />
          )}
        </div>
      </section>
    </div>
  );
}
