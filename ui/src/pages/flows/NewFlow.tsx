import { Button, Group } from '@mantine/core';
import { IconDeviceFloppy, IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { flowActions } from '~/api/flows';
import { Page } from '~/app/Page';
import { first, type Search } from '~/app/search';
import { settings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { useAct } from '~/components/useAct';
import { drafts, draftSaved, keepDraft } from './editor/drafts';
import { FlowEditor } from './editor/FlowEditor';
import { words } from './editor/words';
import { words as flowWords } from './words';

const template = (namespace: string) => `id: my-flow
namespace: ${namespace}

tasks:
  - id: hello
    type: io.kestra.plugin.core.log.Log
    message: Hello from Legato!
`;

/** Writes a flow from nothing, or from a source that another page hands over (`?source=`). */
export function NewFlow() {
  const t = useTexts(words);
  const f = useTexts(flowWords);
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const [act, busy] = useAct();
  const start = first(search.source) ?? template(first(search.namespace) ?? (settings.get().defaultNamespace || 'company.team'));
  const [source, setSource] = useState(drafts.get()[''] ?? start);
  const change = (next: string) => {
    setSource(next);
    keepDraft('', next === start ? undefined : next);
  };
  const save = async (run: boolean) => {
    const flow = await act(() => flowActions.create(source), t.saved(1));
    if (!flow) return;
    draftSaved(`${flow.namespace}/${flow.id}`, source, '');
    void navigate({ to: '/flows/edit/$namespace/$id/$tab', params: { namespace: flow.namespace, id: flow.id, tab: 'edit' }, search: run ? { run: 'true' } : {} });
  };
  return (
    <Page
      title={t.newFlow}
      crumbs={[{ name: f.flows, to: '/flows' }]}
      full
      actions={
        <Group gap={8} wrap="nowrap">
          <Button variant="default" leftSection={<IconPlayerPlay size={15} />} loading={busy} onClick={() => void save(true)}>
            {t.saveAndRun}
          </Button>
          <Button leftSection={<IconDeviceFloppy size={15} />} loading={busy} onClick={() => void save(false)}>
            {t.save}
          </Button>
        </Group>
      }
    >
      <FlowEditor source={source} onChange={change} onSave={() => void save(false)} onRun={() => void save(true)} onDiscard={source === start ? undefined : () => change(start)} />
    </Page>
  );
}
