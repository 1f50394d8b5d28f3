import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { executionActions } from '~/api/executionActions';
import type { Execution } from '~/api/executions';
import { checkInputs } from '~/api/inputs';
import { watchAgain } from '~/api/live';
import { useTexts } from '~/app/texts';
import { InputFields } from '~/components/inputs/InputFields';
import { formOf, useInputs } from '~/components/inputs/useInputs';
import { useAct } from '~/components/useAct';
import { givenTo } from './givenTo';
import { RevisionSelect } from './RevisionSelect';
import { words } from './words';

interface Props {
  execution: Execution;
  from?: { id: string; taskId: string };
  onClose: () => void;
}

/** Goes on after a pause, with what the pause asks for. */
export function ResumeForm({ execution, onClose }: Props) {
  const t = useTexts(words);
  const [act, busy] = useAct();
  const inputs = useInputs(`resume ${execution.id}`, (parts) => executionActions.checkResume(execution.id, parts));
  const go = async () => {
    if (inputs.refused) return inputs.showAll();
    const done = await act(() => executionActions.resume(execution.id, formOf(inputs.given)), t.done.resume);
    if (done === undefined) return;
    onClose();
    watchAgain(execution.id);
  };
  return (
    <Stack>
      {(inputs.asked.length > 0 || inputs.error !== null) && <InputFields form={inputs} />}
      <Group justify="flex-end">
        <Button loading={busy} onClick={() => void go()} data-autofocus>
          {t.resume}
        </Button>
      </Group>
    </Stack>
  );
}

/** Runs an execution again as a new one: from the start or a task, with other inputs or another revision. */
export function ReplayForm({ execution, from, onClose }: Props) {
  const t = useTexts(words);
  const navigate = useNavigate();
  const [act, busy] = useAct();
  const [revision, setRevision] = useState<string | null>(null);
  const [others, setOthers] = useState(false);
  const flow = { namespace: execution.namespace, flowId: execution.flowId };
  const inputs = useInputs(`replay ${execution.id}`, (parts) => checkInputs({ namespace: flow.namespace, id: flow.flowId }, parts), givenTo(execution));
  const go = async () => {
    if (others && inputs.refused) return inputs.showAll();
    const replayed = await act(
      () => (others ? executionActions.replayWith(execution.id, formOf(inputs.given), from?.id, revision ?? undefined) : executionActions.replay(execution.id, from?.id, revision ?? undefined)),
      t.done.replay,
    );
    if (!replayed) return;
    onClose();
    void navigate({ to: '/executions/$namespace/$flowId/$id', params: { ...flow, id: replayed.id } });
  };
  return (
    <Stack>
      <Text size="sm">{from ? t.replayFrom(from.taskId) : t.replayText}</Text>
      <RevisionSelect execution={execution} value={revision} onChange={setRevision} />
      {Object.keys(execution.inputs).length > 0 && <Checkbox label={t.withInputs} checked={others} onChange={(event) => setOthers(event.currentTarget.checked)} />}
      {others && <InputFields form={inputs} />}
      <Group justify="flex-end">
        <Button loading={busy} onClick={() => void go()} data-autofocus>
          {t.replay}
        </Button>
      </Group>
    </Stack>
  );
}
