import { ActionIcon, Button, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconGitCompare, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { flowActions, flowQueries, type Flow } from '~/api/flows';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { confirm } from '~/components/Confirm';
import { CodeDiff, CodeEditor } from '~/components/editor/CodeEditor';
import { Await, Empty } from '~/components/Empty';
import { useAct } from '~/components/useAct';
import { words as editorWords } from '../editor/words';
import { flowWords } from '../flowWords';

/** Two revisions of a flow beside each other; an old one can become the newest again. */
export default function Revisions({ flow }: { flow: Flow }) {
  const revisions = useQuery(flowQueries.revisions({ namespace: flow.namespace, id: flow.id }));
  const t = useTexts(flowWords);
  return (
    <Await query={revisions}>
      {(known) => {
        const readable = known.filter((one) => one.source !== undefined && !one.deleted);
        return readable.length < 2 ? <Empty icon={IconGitCompare} title={t.revisions} text={t.noRevision} /> : <Comparison flow={flow} revisions={readable} />;
      }}
    </Await>
  );
}

function Comparison({ flow, revisions }: { flow: Flow; revisions: Flow[] }) {
  const t = useTexts(flowWords);
  const e = useTexts(editorWords);
  const formats = useFormats();
  const [act] = useAct();
  const newest = revisions.at(-1)?.revision ?? 1;
  const [from, setFrom] = useState(revisions.at(-2)?.revision ?? newest);
  const [to, setTo] = useState(newest);
  const [look, setLook] = useState('side');
  const choices = [...revisions].reverse().map((one) => ({ value: String(one.revision), label: t.revisionOf(one.revision, formats.dateTime(one.updated)) }));
  const sourceOf = (revision: number) => revisions.find((one) => one.revision === revision)?.source ?? '';
  const restore = () =>
    confirm({
      title: t.restoreRevision(from),
      body: t.restoreText,
      action: t.restoreRevision(from),
      onConfirm: () => act(() => flowActions.update({ namespace: flow.namespace, id: flow.id }, sourceOf(from)), (saved) => e.saved(saved.revision)),
    });
  const remove = () =>
    confirm({
      title: t.removeRevision(from),
      body: t.removeRevisionText,
      action: t.removeRevision(from),
      dangerous: true,
      onConfirm: async () => {
        const done = await act(() => flowActions.removeRevisions({ namespace: flow.namespace, id: flow.id }, [from]).then(() => true), t.revisionRemoved(from));
        if (done) setFrom(revisions.findLast((one) => one.revision !== from && one.revision !== newest)?.revision ?? newest);
      },
    });
  return (
    <>
      <div className="tools">
        <Select aria-label={t.from} data={choices} value={String(from)} onChange={(value) => setFrom(Number(value))} allowDeselect={false} w={225} />
        <Select aria-label={t.to} data={choices} value={String(to)} onChange={(value) => setTo(Number(value))} allowDeselect={false} w={225} />
        <SegmentedControl
          value={look}
          onChange={setLook}
          data={[
            { value: 'side', label: t.sideBySide },
            { value: 'line', label: t.lineByLine },
            { value: 'source', label: t.sourceOfOld },
          ]}
        />
        <Button variant="default" leftSection={<IconArrowBackUp size={15} />} disabled={from === newest} onClick={restore}>
          {t.restoreRevision(from)}
        </Button>
        <Tooltip label={t.removeRevision(from)}>
          <ActionIcon variant="default" size={30} aria-label={t.removeRevision(from)} disabled={from === newest} onClick={remove}>
            <IconTrash size={15} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className="fill">
        {look === 'source' ? (
          <CodeEditor key={from} value={sourceOf(from)} fileName="flow.yaml" label={t.sourceOfOld} readOnly />
        ) : (
          <CodeDiff before={sourceOf(from)} after={sourceOf(to)} fileName="flow.yaml" sideBySide={look === 'side'} />
        )}
      </div>
    </>
  );
}
