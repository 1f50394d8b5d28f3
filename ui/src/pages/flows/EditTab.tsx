import { Alert, Button, Group, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ComponentProps } from 'react';
import { flowActions, type Flow } from '~/api/flows';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { useAct } from '~/components/useAct';
import { drafts, draftSaved, keepDraft } from './editor/drafts';
import { FlowEditor } from './editor/FlowEditor';
import { words } from './editor/words';
import { FlowMenu } from './FlowMenu';

interface Props {
  flow: Flow;
  source: string;
  frame: Omit<ComponentProps<typeof Page>, 'children'>;
  onRun: () => void;
}

/** Changes a stored flow; what is not saved is kept in the browser. */
export function EditTab({ flow, source: stored, frame, onRun }: Props) {
  const t = useTexts(words);
  const [act, busy] = useAct();
  const name = `${flow.namespace}/${flow.id}`;
  const [source, setSource] = useState(drafts.get()[name] ?? stored);
  const [saved, setSaved] = useState(stored);
  const [known, setKnown] = useState(stored);
  const changed = source !== saved;
  // a newer revision than the one that is being changed
  const [meanwhile, setMeanwhile] = useState<number>();
  if (known !== stored) {
    // stored anew, here or by somebody else; what is being written stays
    setKnown(stored);
    setSaved(stored);
    if (!changed) setSource(stored);
    else if (stored !== source && stored !== saved) setMeanwhile(flow.revision);
  }
  const change = (next: string) => {
    setSource(next);
    keepDraft(name, next === saved ? undefined : next);
  };
  const save = async () => {
    const result = await act(() => flowActions.update({ namespace: flow.namespace, id: flow.id }, source), (updated) => t.saved(updated.revision));
    if (!result) return false;
    setSaved(source);
    setMeanwhile(undefined);
    draftSaved(name, source);
    return true;
  };
  useEffect(() => {
    if (!changed) return undefined;
    // the draft is kept, but closing the browser by mistake is asked about
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);
  const run = async () => {
    if (!changed || (await save())) onRun();
  };
  return (
    <Page
      {...frame}
      full
      actions={
        <FlowMenu flow={flow} onRun={() => void run()}>
          <Button variant={changed ? 'filled' : 'default'} leftSection={<IconDeviceFloppy size={15} />} loading={busy} onClick={() => void save()}>
            {t.save}
          </Button>
        </FlowMenu>
      }
    >
      {meanwhile !== undefined && (
        <Alert py={6} radius={0} color="orange" variant="light">
          <Group gap="md">
            <Text size="sm">{t.changedMeanwhile(meanwhile)}</Text>
            <Button component={Link} to={`/flows/edit/${flow.namespace}/${flow.id}/revisions`} variant="subtle" size="compact-xs">
              {t.compare}
            </Button>
          </Group>
        </Alert>
      )}
      <FlowEditor stored source={source} onChange={change} onSave={() => void save()} store={async () => !changed || save()} onRun={() => void run()} onDiscard={changed && drafts.get()[name] !== undefined ? () => change(saved) : undefined} />
    </Page>
  );
}
