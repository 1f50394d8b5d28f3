import { Button, Input, Modal, Stack, TextInput } from '@mantine/core';
import { IconPencil, IconVariable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { parse, stringify } from 'yaml';
import { namespaceActions, namespaceQueries } from '~/api/namespaces';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { Await, Empty } from '~/components/Empty';
import { Facts, Panel } from '~/components/Panel';
import { useAct } from '~/components/useAct';
import { DialogButtons } from '~/components/DialogButtons';
import { words } from './words';

interface Described {
  description?: string;
  variables?: Record<string, unknown>;
}

/** The variables that flows of a namespace see, and which of them are its own. */
export function Variables({ namespace }: { namespace: string }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const described = useQuery(namespaceQueries.one(namespace));
  const all = useQuery(namespaceQueries.variables(namespace));
  const [editing, setEditing] = useState(false);
  const edit = (
    <Button variant="default" leftSection={<IconPencil size={15} />} onClick={() => setEditing(true)}>
      {s.edit}
    </Button>
  );
  return (
    <Await query={described}>
      {(found) => {
        const known: Described = found;
        const own = known.variables ?? {};
        const inherited = Object.fromEntries(Object.entries(all.data ?? {}).filter(([name]) => !(name in own)));
        const none = Object.keys(own).length === 0;
        return (
          <>
            {none ? (
              <Empty icon={IconVariable} title={t.noVariables} text={t.noVariablesText}>
                {edit}
              </Empty>
            ) : (
              <Panel title={t.ownVariables} aside={edit}>
                <Listed variables={own} />
              </Panel>
            )}
            {Object.keys(inherited).length > 0 && (
              <Panel title={t.inherited}>
                <Listed variables={inherited} />
              </Panel>
            )}
            {editing && <VariableDialog namespace={namespace} known={known} onClose={() => setEditing(false)} />}
          </>
        );
      }}
    </Await>
  );
}

function Listed({ variables }: { variables: Record<string, unknown> }) {
  return (
    <Facts
      facts={Object.entries(variables).map(([name, value]) => [
        <code key={name} className="mono">
          {name}
        </code>,
        typeof value === 'string' ? value : <code className="mono">{JSON.stringify(value)}</code>,
      ])}
    />
  );
}

function VariableDialog({ namespace, known, onClose }: { namespace: string; known: Described; onClose: () => void }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [act, busy] = useAct();
  const own = known.variables ?? {};
  const [description, setDescription] = useState(known.description ?? '');
  const [source, setSource] = useState(Object.keys(own).length === 0 ? '' : stringify(own));
  const variables = mapIn(source);
  const save = async () => {
    if (variables && (await act(() => namespaceActions.describe(namespace, description.trim() || undefined, variables), t.variablesSaved))) onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={<b>{t.editVariables(namespace)}</b>} closeButtonProps={{ 'aria-label': s.close }}>
      <Stack>
        <TextInput label={t.description} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
        <Input.Wrapper label={t.tabs.variables} description={t.variablesHint} error={variables === undefined && t.badVariables}>
          <div style={{ border: '1px solid var(--line)', borderRadius: 6, overflow: 'hidden' }}>
            <CodeEditor fileName="variables.yaml" label={t.tabs.variables} height={200} value={source} onChange={setSource} />
          </div>
        </Input.Wrapper>
        <DialogButtons onCancel={onClose}>
          <Button loading={busy} disabled={variables === undefined} onClick={() => void save()}>
            {s.save}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}

/** The map that a text in YAML is; absent when it is none. */
function mapIn(source: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parse(source);
    if (value === null) return {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
