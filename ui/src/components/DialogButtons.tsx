import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '~/app/texts';
import { words } from '~/app/words';

/** The end of a dialog: the way out, then the button that does what it is about. */
export function DialogButtons({ onCancel, children }: { onCancel: () => void; children: ReactNode }) {
  const t = useTexts(words);
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {t.cancel}
      </Button>
      {children}
    </Group>
  );
}
