import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { explain } from '~/api/failure';
import { useTexts } from '~/app/texts';
import { tellError } from '~/app/toasts';
import { words } from '~/app/words';
import { DialogButtons } from './DialogButtons';
import { useLast } from './useLast';

interface Question {
  title: string;
  body?: ReactNode;
  /** What the button says that does it. */
  action: string;
  dangerous?: boolean;
  onConfirm: () => unknown;
}

let current: Question | undefined;
const listeners = new Set<() => void>();

function show(question: Question | undefined) {
  current = question;
  listeners.forEach((listener) => listener());
}

/** Asks before something is done. The dialog stays until it is done; what goes wrong is told. */
export function confirm(question: Question) {
  show(question);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Confirmations() {
  const asked = useSyncExternalStore(subscribe, () => current);
  const question = useLast(asked);
  const [busy, setBusy] = useState(false);
  const t = useTexts(words);
  const go = async () => {
    setBusy(true);
    try {
      await question?.onConfirm();
      show(undefined);
    } catch (thrown) {
      const { title, details } = explain(thrown);
      tellError(title, details);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened={asked !== undefined} onClose={() => show(undefined)} title={<b>{question?.title}</b>} closeButtonProps={{ 'aria-label': t.close }}>
      <Stack>
        {typeof question?.body === 'string' ? <Text size="sm">{question.body}</Text> : question?.body}
        <DialogButtons onCancel={() => show(undefined)}>
          <Button color={question?.dangerous ? 'red' : undefined} loading={busy} onClick={() => void go()} data-autofocus>
            {question?.action}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
