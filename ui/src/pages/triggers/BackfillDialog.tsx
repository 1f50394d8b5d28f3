import { Button, Divider, Group, Modal, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { flowQueries } from '~/api/flows';
import { checkInputs } from '~/api/inputs';
import { triggerActions, type Trigger } from '~/api/triggers';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { InputFields } from '~/components/inputs/InputFields';
import { useInputs } from '~/components/inputs/useInputs';
import { instantOf, localOf } from '~/components/list/FilterEditor';
import { useAct } from '~/components/useAct';
import { DialogButtons } from '~/components/DialogButtons';
import { words } from './words';

const DAY = 86_400_000;

/** Asks for the span of time that a schedule is to be run for again, and with which inputs and labels. */
export function BackfillDialog({ trigger, onClose }: { trigger: Trigger; onClose: () => void }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const { state } = trigger;
  const [act, busy] = useAct();
  const [start, setStart] = useState(() => new Date(Date.now() - DAY).toISOString());
  const [end, setEnd] = useState(() => new Date().toISOString());
  const [labels, setLabels] = useState<string[]>([]);
  const flow = useQuery(flowQueries.one({ namespace: state.namespace, id: state.flowId }));
  const inputs = useInputs(`backfill ${state.namespace}/${state.flowId}`, (parts) => checkInputs({ namespace: state.namespace, id: state.flowId }, parts));
  const ordered = new Date(start) < new Date(end);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (inputs.refused) return inputs.showAll();
    const done = await act(
      () =>
        triggerActions.backfill(state, {
          start,
          end,
          inputs: inputs.given,
          labels: labels.filter((label) => label.includes(':')).map((label) => ({ key: label.slice(0, label.indexOf(':')), value: label.slice(label.indexOf(':') + 1) })),
        }),
      t.created,
    );
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={<b>{t.backfillOf(state.triggerId)}</b>} closeButtonProps={{ 'aria-label': s.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text size="sm" c="var(--text-soft)">
            {t.backfillText}
          </Text>
          <Group grow align="start">
            <TextInput type="datetime-local" step={1} required label={t.start} value={localOf(start)} onChange={(event) => setStart(instantOf(event.currentTarget.value))} />
            <TextInput
              type="datetime-local"
              step={1}
              required
              label={t.end}
              value={localOf(end)}
              error={ordered ? undefined : t.beforeEnd}
              onChange={(event) => setEnd(instantOf(event.currentTarget.value))}
            />
          </Group>
          {Array.isArray(flow.data?.inputs) && flow.data.inputs.length > 0 && (
            <>
              <Divider label={t.inputs} labelPosition="left" />
              <InputFields form={inputs} />
            </>
          )}
          <TagsInput label={t.labels} placeholder={t.labelHint} value={labels} onChange={setLabels} acceptValueOnBlur />
          <DialogButtons onCancel={onClose}>
            <Button type="submit" loading={busy} disabled={!ordered}>
              {t.create}
            </Button>
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
