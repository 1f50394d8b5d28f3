import { ActionIcon, Group, Progress, Text, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { triggerActions, type Backfill, type TriggerName } from '~/api/triggers';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { confirm } from '~/components/Confirm';
import { useAct } from '~/components/useAct';
import { progressOf } from './trigger';
import { words } from './words';

/** How far a backfill has come, with what can be done with it. */
export function BackfillMeter({ name, backfill }: { name: TriggerName; backfill: Backfill }) {
  const t = useTexts(words);
  const formats = useFormats();
  const [act, busy] = useAct();
  const share = Math.round(progressOf(backfill) * 100);
  const at = t.upTo(formats.dateTime(backfill.currentDate));
  const cancel = () =>
    confirm({
      title: t.cancelTitle(name.triggerId),
      body: t.cancelText,
      action: t.cancel,
      dangerous: true,
      onConfirm: () => act(() => triggerActions.cancelBackfill(name)),
    });
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label={`${formats.dateTime(backfill.start)} – ${formats.dateTime(backfill.end)}, ${at}`}>
        <div style={{ minWidth: 110 }}>
          <Progress size="sm" value={share} color={backfill.paused ? 'gray' : undefined} aria-label={`${t.backfill} ${name.triggerId}`} />
          <Text size="xs" c="var(--quiet)" style={{ whiteSpace: 'nowrap' }}>
            {share} % {backfill.paused ? t.paused : at}
          </Text>
        </div>
      </Tooltip>
      <Tooltip label={backfill.paused ? t.continue : t.pause}>
        <ActionIcon
          size="sm"
          aria-label={backfill.paused ? t.continue : t.pause}
          disabled={busy}
          onClick={() => void act(() => (backfill.paused ? triggerActions.continueBackfill(name) : triggerActions.pauseBackfill(name)))}
        >
          {backfill.paused ? <IconPlayerPlay size={14} /> : <IconPlayerPause size={14} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t.cancel}>
        <ActionIcon size="sm" aria-label={t.cancel} disabled={busy} onClick={cancel}>
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
