import { Button, Code, CopyButton, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '~/api/client';
import type { Trigger } from '~/api/triggers';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { Markdown } from '~/components/Markdown';
import { Facts } from '~/components/Panel';
import { addressOf } from './address';
import { BackfillMeter } from './BackfillMeter';
import { definitionOf, rhythmOf, type Definition } from './trigger';
import { TriggerSwitch } from './TriggerSwitch';
import { words } from './words';

/** Everything that is known of a trigger, at the side of the list. */
export function TriggerDrawer({ trigger, onClose }: { trigger: Trigger | undefined; onClose: () => void }) {
  const s = useTexts(shared);
  return (
    <Drawer opened={trigger !== undefined} onClose={onClose} position="right" size="lg" title={<b>{trigger?.state.triggerId}</b>} closeButtonProps={{ 'aria-label': s.close }}>
      {trigger && <Details trigger={trigger} />}
    </Drawer>
  );
}

function Details({ trigger }: { trigger: Trigger }) {
  const t = useTexts(words);
  const formats = useFormats();
  const { state } = trigger;
  const definition = definitionOf(trigger);
  const address = definition && addressOf(state, definition);
  return (
    <Stack gap="lg">
      {state.problem && (
        <Text size="sm" c="var(--state-failed)">
          {state.problem}
        </Text>
      )}
      {definition?.description && <Markdown text={definition.description} />}
      <Facts
        facts={[
          [t.enabled, <TriggerSwitch key="switch" trigger={trigger} />],
          [t.flow, `${state.namespace}.${state.flowId}`],
          [t.kind, t.kinds[state.kind]],
          [t.cron, rhythmOf(definition) && <span className="mono">{rhythmOf(definition)}</span>],
          [t.address, address && <Address url={address} />],
          [t.execution, state.executionId && <span className="mono">{state.executionId}</span>],
          [t.worker, state.workerId],
          [t.last, formats.dateTime(state.lastTriggeredDate)],
          [t.date, formats.dateTime(state.date)],
          [t.next, formats.dateTime(state.nextExecutionDate)],
          [t.evaluated, formats.dateTime(state.evaluateRunningDate)],
          [t.updated, formats.dateTime(state.updatedAt)],
          [t.stopAfter, state.stopAfter.join(', ')],
          [t.backfill, state.backfill && <BackfillMeter name={state} backfill={state.backfill} />],
        ]}
      />
      {definition?.cron && <NextDates definition={definition} cron={definition.cron} />}
      {definition && (
        <div>
          <Text fw={600} size="sm" mb={6}>
            {t.definition}
          </Text>
          <Code block>{JSON.stringify(definition, null, 2)}</Code>
        </div>
      )}
      {!definition && <Text size="sm">{t.missingText}</Text>}
    </Stack>
  );
}

function Address({ url }: { url: string }) {
  const t = useTexts(words);
  return (
    <Group gap={8}>
      <span className="mono">{url}</span>
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-xs" leftSection={<IconCopy size={13} />} onClick={copy}>
            {copied ? t.copied : t.copyUrl}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

function NextDates({ definition, cron }: { definition: Definition; cron: string }) {
  const t = useTexts(words);
  const formats = useFormats();
  const dates = useQuery({
    queryKey: ['next-dates', cron, definition.timezone, definition.withSeconds],
    queryFn: () =>
      answer(
        api.GET('/api/v1/main/triggers/next-dates', {
          params: { query: { cron, size: 5, timezone: definition.timezone, withSeconds: definition.withSeconds === true || undefined } },
        }),
      ),
  });
  if (!dates.data) return null;
  return (
    <div>
      <Text fw={600} size="sm" mb={6}>
        {t.nextDates}
      </Text>
      <Stack gap={3}>
        {dates.data.dates.map((date) => (
          <Group key={date} gap={10}>
            <Text size="sm">{formats.dateTime(date)}</Text>
            <Text size="xs" c="var(--quiet)">
              {formats.ago(date)}
            </Text>
          </Group>
        ))}
      </Stack>
    </div>
  );
}
