import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileActions, fileQueries, type FileRevision } from '~/api/namespaces';
import { bytes, useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { CodeDiff } from '~/components/editor/CodeEditor';
import { Await } from '~/components/Empty';
import { useAct } from '~/components/useAct';
import { words } from './words';

interface Props {
  namespace: string;
  path: string;
  onClose: () => void;
}

/** What a file held before, beside what it holds now. */
export function FileRevisions({ namespace, path, onClose }: Props) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const revisions = useQuery(fileQueries.revisions(namespace, path));
  return (
    <Modal opened onClose={onClose} size="80%" title={<b>{`${t.revisions} · ${path}`}</b>} closeButtonProps={{ 'aria-label': s.close }}>
      <Await query={revisions}>
        {(all) => (all.length < 2 ? <Text size="sm">{t.noRevisions}</Text> : <Comparison namespace={namespace} path={path} revisions={all} onClose={onClose} />)}
      </Await>
    </Modal>
  );
}

function Comparison({ namespace, path, revisions, onClose }: Props & { revisions: FileRevision[] }) {
  const t = useTexts(words);
  const formats = useFormats();
  const [act, busy] = useAct();
  const [chosen, setChosen] = useState(String(revisions.at(-2)?.revision));
  const before = useQuery(fileQueries.content(namespace, path, Number(chosen)));
  const now = useQuery(fileQueries.content(namespace, path, revisions.at(-1)?.revision));
  const restore = async () => {
    const done = await act(() => fileActions.write(namespace, path, new Blob([before.data ?? ''])).then(() => true), t.restored);
    if (done) onClose();
  };
  const choices = revisions
    .slice(0, -1)
    .reverse()
    .map((one) => ({ value: String(one.revision), label: `${t.revision(one.revision)} · ${formats.dateTime(one.updated)} · ${bytes(one.size)}` }));
  return (
    <Stack>
      <Group justify="space-between">
        <Select aria-label={t.revisions} w={340} allowDeselect={false} data={choices} value={chosen} onChange={(value) => value && setChosen(value)} />
        <Button variant="default" loading={busy} disabled={before.data === undefined} onClick={() => void restore()}>
          {t.restore}
        </Button>
      </Group>
      <div style={{ height: '60vh' }}>
        {before.data !== undefined && now.data !== undefined && <CodeDiff before={before.data} after={now.data} fileName={path.split('/').at(-1) ?? ''} sideBySide />}
      </div>
    </Stack>
  );
}
