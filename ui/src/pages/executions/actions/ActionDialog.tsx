import { Button, Checkbox, Modal, Select, Stack, TagsInput, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { executionActions } from '~/api/executionActions';
import type { Execution } from '~/api/executions';
import { watchAgain } from '~/api/live';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { useAct } from '~/components/useAct';
import { DialogButtons } from '~/components/DialogButtons';
import { otherStates, type Action } from './allowed';
import { ReplayForm, ResumeForm } from './FormDialogs';
import { RevisionSelect } from './RevisionSelect';
import { words } from './words';

interface Props {
  action: Action;
  execution: Execution;
  /** The task run that a replay starts from. */
  from?: { id: string; taskId: string };
  onClose: () => void;
}

/** Asks what an action needs to know, and does it. */
export function ActionDialog({ action, execution, from, onClose }: Props) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const title = action === 'kill' ? t.killTitle : action === 'delete' ? t.deleteTitle : t[action];
  return (
    <Modal opened onClose={onClose} title={<b>{title}</b>} closeButtonProps={{ 'aria-label': s.close }}>
      <Form action={action} execution={execution} from={from} onClose={onClose} />
    </Modal>
  );
}

function Form(props: Props) {
  switch (props.action) {
    case 'resume':
      return <ResumeForm {...props} />;
    case 'replay':
      return <ReplayForm {...props} />;
    default:
      return <SimpleForm {...props} />;
  }
}

function SimpleForm({ action, execution, onClose }: Props) {
  const t = useTexts(words);
  const navigate = useNavigate();
  const [act, busy] = useAct();
  const [cascade, setCascade] = useState(true);
  const [choice, setChoice] = useState<string | null>(null);
  const [labels, setLabels] = useState(execution.labels.filter((label) => !label.key.startsWith('system.')).map((label) => `${label.key}:${label.value}`));
  const [parts, setParts] = useState(['deleteLogs', 'deleteMetrics', 'deleteStorage']);
  const [breakpoints, setBreakpoints] = useState(execution.breakpoints.map(breakpointText));
  const { id } = execution;
  const work = (): Promise<unknown> => {
    switch (action) {
      case 'kill':
        return executionActions.kill(id, cascade);
      case 'pause':
        return executionActions.pause(id);
      case 'continue':
        return executionActions.continue(id, breakpoints);
      case 'restart':
        return executionActions.restart(id, choice ?? undefined);
      case 'state':
        return executionActions.changeState(id, choice ?? '');
      case 'labels':
        return executionActions.labels(id, labels.map(labelOf));
      case 'unqueue':
        return executionActions.unqueue(id, choice ?? 'RUNNING');
      case 'force':
        return executionActions.force(id);
      case 'delete':
        return executionActions.remove(id, Object.fromEntries(['deleteLogs', 'deleteMetrics', 'deleteStorage'].map((part) => [part, String(parts.includes(part))])));
      default:
        throw new Error(`Expected a simple action, but got ${action}.`);
    }
  };
  const go = async () => {
    const result = await act(async () => (await work()) ?? true, t.done[action]);
    if (result === undefined) return;
    onClose();
    const next = result as Partial<Execution>;
    if (action === 'delete') void navigate({ to: '/executions' });
    else if (next.id && next.id !== id) void navigate({ to: '/executions/$namespace/$flowId/$id', params: { namespace: execution.namespace, flowId: execution.flowId, id: next.id } });
    else watchAgain(id);
  };
  return (
    <Stack>
      {action === 'kill' && (
        <>
          <Text size="sm">{t.killText}</Text>
          <Checkbox label={t.cascade} checked={cascade} onChange={(event) => setCascade(event.currentTarget.checked)} />
        </>
      )}
      {action === 'continue' && (
        <>
          <Text size="sm">{t.continueText}</Text>
          <TagsInput label={t.breakpoints} placeholder={t.breakpointsHint} value={breakpoints} onChange={setBreakpoints} acceptValueOnBlur />
        </>
      )}
      {action === 'restart' && (
        <>
          <Text size="sm">{t.restartText}</Text>
          <RevisionSelect execution={execution} value={choice} onChange={setChoice} />
        </>
      )}
      {action === 'state' && (
        <>
          <Text size="sm">{t.stateText}</Text>
          <Select label={t.newState} data={otherStates(execution.state.current)} value={choice} onChange={setChoice} />
        </>
      )}
      {action === 'unqueue' && <Select label={t.newState} data={['RUNNING', 'CANCELLED', 'FAILED']} value={choice ?? 'RUNNING'} onChange={setChoice} allowDeselect={false} />}
      {action === 'labels' && <TagsInput label={t.labels} placeholder={t.labelsHint} value={labels} onChange={(next) => setLabels(next.filter((label) => label.indexOf(':') > 0))} acceptValueOnBlur />}
      {action === 'force' && <Text size="sm">{t.forceText}</Text>}
      {action === 'delete' && (
        <>
          <Text size="sm">{t.deleteText}</Text>
          <Checkbox.Group value={parts} onChange={setParts}>
            <Stack gap={6}>
              <Checkbox value="deleteLogs" label={t.deleteLogs} />
              <Checkbox value="deleteMetrics" label={t.deleteMetrics} />
              <Checkbox value="deleteStorage" label={t.deleteStorage} />
            </Stack>
          </Checkbox.Group>
        </>
      )}
      <DialogButtons onCancel={onClose}>
        <Button color={action === 'kill' || action === 'delete' ? 'red' : undefined} loading={busy} disabled={action === 'state' && !choice} onClick={() => void go()}>
          {t[action]}
        </Button>
      </DialogButtons>
    </Stack>
  );
}

/** A breakpoint as the API reads it: `task`, or `task.value` for one round of a loop. */
export function breakpointText({ id, value }: { id: string; value?: string }): string {
  return value === undefined ? id : `${id}.${value}`;
}

export function labelOf(text: string): { key: string; value: string } {
  const colon = text.indexOf(':');
  return { key: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
}
