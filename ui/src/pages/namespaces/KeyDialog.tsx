import { Autocomplete, Button, Group, Modal, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { keyActions, keyQueries, namespaceQueries, type KeyEntry, type KeyValue } from '~/api/namespaces';
import { useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { Await } from '~/components/Empty';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { instantOf, localOf } from '~/components/list/FilterEditor';
import { useAct } from '~/components/useAct';
import { DialogButtons } from '~/components/DialogButtons';
import { isDuration, KEY, keyTypes, literalOf, textOf, type KeyType } from './literal';
import { words } from './words';

interface Props {
  namespace?: string;
  /** The key-value that is changed; a new one when absent. */
  entry?: KeyEntry;
  onClose: () => void;
}

/** Asks for a key-value: its type decides the field of its value. */
export function KeyDialog({ namespace, entry, onClose }: Props) {
  const t = useTexts(words);
  const s = useTexts(shared);
  return (
    <Modal opened onClose={onClose} size="lg" title={<b>{entry ? t.editKey(entry.key) : t.newKey}</b>} closeButtonProps={{ 'aria-label': s.close }}>
      {entry ? <Known entry={entry} onClose={onClose} /> : <Form namespace={namespace} onClose={onClose} />}
    </Modal>
  );
}

function Known({ entry, onClose }: { entry: KeyEntry; onClose: () => void }) {
  const value = useQuery(keyQueries.one(entry.namespace, entry.key));
  return <Await query={value}>{(found) => <Form namespace={entry.namespace} entry={entry} value={found} onClose={onClose} />}</Await>;
}

function Form({ namespace, entry, value, onClose }: Props & { value?: KeyValue }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [settings] = useSettings();
  const [act, busy] = useAct();
  const [place, setPlace] = useState(namespace ?? settings.defaultNamespace);
  const [key, setKey] = useState(entry?.key ?? '');
  const [type, setType] = useState<KeyType>(value?.type ?? 'STRING');
  const [text, setText] = useState(value ? textOf(value) : '');
  const [description, setDescription] = useState(entry?.description ?? '');
  const [ttl, setTtl] = useState('');
  const [tried, setTried] = useState(false);
  const namespaces = useQuery({ ...namespaceQueries.all(), enabled: namespace === undefined });
  const read = literalOf(type, text);
  const badKey = !KEY.test(key);
  const badTtl = ttl !== '' && !isDuration(ttl);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (badKey || badTtl || !place || !('literal' in read) || !read.literal) return;
    const done = await act(() => keyActions.put({ namespace: place, key, literal: read.literal, description, ttl: ttl.toUpperCase() }), t.saved(key));
    if (done) onClose();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="sm">
        {namespace === undefined && <Autocomplete label={t.namespace} required data={(namespaces.data ?? []).map((one) => one.id)} value={place} onChange={setPlace} />}
        <Group grow align="start">
          <TextInput label={t.key} required value={key} disabled={entry !== undefined} error={tried && badKey ? t.badKey : undefined} onChange={(event) => setKey(event.currentTarget.value)} data-autofocus />
          <Select label={t.type} allowDeselect={false} data={keyTypes.map((one) => ({ value: one, label: t.types[one] }))} value={type} onChange={(chosen) => setType(chosen as KeyType)} />
        </Group>
        <ValueField type={type} text={text} onChange={setText} error={tried && 'complaint' in read ? t[read.complaint] : undefined} />
        <TextInput label={t.description} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
        <TextInput label={t.ttl} description={t.ttlHint} value={ttl} error={badTtl ? t.badDuration : undefined} onChange={(event) => setTtl(event.currentTarget.value)} />
        <DialogButtons onCancel={onClose}>
          <Button type="submit" loading={busy}>
            {s.save}
          </Button>
        </DialogButtons>
      </Stack>
    </form>
  );
}

function ValueField({ type, text, onChange, error }: { type: KeyType; text: string; onChange: (text: string) => void; error: string | undefined }): ReactNode {
  const t = useTexts(words);
  switch (type) {
    case 'STRING':
      return <Textarea label={t.value} autosize minRows={1} maxRows={12} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'BOOLEAN':
      return (
        <Radio.Group label={t.value} value={text === 'true' ? 'true' : 'false'} onChange={onChange}>
          <Group gap="lg" mt={4}>
            <Radio value="true" label="true" />
            <Radio value="false" label="false" />
          </Group>
        </Radio.Group>
      );
    case 'DATETIME':
      return <TextInput type="datetime-local" step={1} label={t.value} required value={localOf(text)} onChange={(event) => onChange(instantOf(event.currentTarget.value))} />;
    case 'DATE':
      return <TextInput type="date" label={t.value} required value={text.slice(0, 10)} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'JSON':
      return (
        <div>
          <CodeEditor value={text} onChange={onChange} fileName="value.json" label={t.value} height={200} />
          {error && <div style={{ color: 'var(--state-failed)', fontSize: 12 }}>{error}</div>}
        </div>
      );
    case 'NUMBER':
    case 'DURATION':
      return <TextInput label={t.value} required value={text} placeholder={type === 'DURATION' ? 'PT15M' : '42'} error={error} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
}
