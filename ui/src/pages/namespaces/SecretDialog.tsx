import { Autocomplete, Button, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { namespaceQueries, secretActions, type Secret } from '~/api/namespaces';
import { useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { useAct } from '~/components/useAct';
import { DialogButtons } from '~/components/DialogButtons';
import { words } from './words';

/** Asks for a secret, or for a new value of one. */
export function SecretDialog({ namespace, secret, onClose }: { namespace?: string; secret?: Secret; onClose: () => void }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [settings] = useSettings();
  const [act, busy] = useAct();
  const [place, setPlace] = useState(namespace ?? settings.defaultNamespace);
  const [key, setKey] = useState(secret?.key ?? '');
  const [value, setValue] = useState('');
  const [description, setDescription] = useState(secret?.description ?? '');
  const namespaces = useQuery({ ...namespaceQueries.all(), enabled: namespace === undefined });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act(() => secretActions.put(place, key.trim(), value, description), t.saved(key));
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={<b>{secret ? t.changeSecret(secret.key) : t.newSecret}</b>} closeButtonProps={{ 'aria-label': s.close }}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          {namespace === undefined && <Autocomplete label={t.namespace} required data={(namespaces.data ?? []).map((one) => one.id)} value={place} onChange={setPlace} />}
          <TextInput label={t.key} required disabled={secret !== undefined} value={key} onChange={(event) => setKey(event.currentTarget.value)} data-autofocus={secret ? undefined : true} />
          <PasswordInput label={t.secretValue} description={t.secretHint} required value={value} autoComplete="new-password" onChange={(event) => setValue(event.currentTarget.value)} />
          <TextInput label={t.description} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
          <DialogButtons onCancel={onClose}>
            <Button type="submit" loading={busy} disabled={!key.trim() || !value || !place}>
              {s.save}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
