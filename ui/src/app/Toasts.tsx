import { CopyButton, List, Notification, Stack, Text, Button } from '@mantine/core';
import classes from './frame.module.css';
import { dismissToast, useToasts } from './toasts';
import { useTexts } from './texts';
import { words } from './words';

/** What was done or could not be done, in the corner of every page. */
export function Toasts() {
  const toasts = useToasts();
  const t = useTexts(words);
  return (
    <div className={classes.toasts} role="status" aria-live="polite">
      <Stack gap="xs">
        {toasts.map((toast) => (
          <Notification
            key={toast.id}
            color={toast.kind === 'error' ? 'red' : 'teal'}
            title={toast.title}
            closeButtonProps={{ 'aria-label': t.close }}
            onClose={() => dismissToast(toast.id)}
            withBorder
          >
            {toast.details.length > 0 && (
              <List size="xs" spacing={2}>
                {toast.details.slice(0, 8).map((line, index) => (
                  <List.Item key={index}>{line}</List.Item>
                ))}
              </List>
            )}
            {toast.details.length > 8 && <Text size="xs">{t.andMore(toast.details.length - 8)}</Text>}
            {toast.kind === 'error' && (
              <CopyButton value={[toast.title, ...toast.details].join('\n')}>
                {({ copied, copy }) => (
                  <Button variant="subtle" size="compact-xs" mt={4} onClick={copy}>
                    {copied ? t.copied : t.copy}
                  </Button>
                )}
              </CopyButton>
            )}
          </Notification>
        ))}
      </Stack>
    </div>
  );
}
