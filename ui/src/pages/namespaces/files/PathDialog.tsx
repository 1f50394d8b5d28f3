import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { DialogButtons } from '~/components/DialogButtons';
import { words } from './words';

interface Props {
  title: string;
  initial: string;
  onDone: (path: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the path of a file or folder; folders on the way are made. */
export function PathDialog({ title, initial, onDone, onClose }: Props) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [path, setPath] = useState(initial);
  const parts = path.split('/').map((part) => part.trim()).filter((part) => part !== '');
  const bad = parts.length === 0 || parts.includes('..') || path.trim().endsWith('/');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!bad) void onDone(`/${parts.join('/')}`);
  };
  return (
    <Modal opened onClose={onClose} title={<b>{title}</b>} closeButtonProps={{ 'aria-label': s.close }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t.path} placeholder={t.pathHint} value={path} onChange={(event) => setPath(event.currentTarget.value)} data-autofocus />
          <DialogButtons onCancel={onClose}>
            <Button type="submit" disabled={bad}>
              {s.save}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
