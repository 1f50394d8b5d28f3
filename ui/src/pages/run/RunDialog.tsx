import { Button, Collapse, CopyButton, Group, Modal, Progress, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconPlayerPlay, IconTerminal2 } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { path, urlOf } from '~/api/client';
import type { Execution } from '~/api/executions';
import type { FlowId } from '~/api/flows';
import { checkInputs } from '~/api/inputs';
import { upload } from '~/api/upload';
import { pagesPath } from '~/app/place';
import type { Search } from '~/app/search';
import { useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { tellError } from '~/app/toasts';
import { words as shared } from '~/app/words';
import { InputFields } from '~/components/inputs/InputFields';
import { formOf, useInputs, type Given } from '~/components/inputs/useInputs';
import { instantOf } from '~/components/list/FilterEditor';
import { useAct } from '~/components/useAct';
import { breakpoints, useBreakpoints } from '../flows/editor/breakpoints';
import { curlOf } from './curl';
import { words } from './words';

interface Props {
  flow: FlowId;
  /** Values to begin with, such as those of an earlier execution. */
  initial?: Given;
  /** Parameters of the request beside those that the person chooses, such as the kind of the execution. */
  fixed?: Search;
  /** Takes the new execution, which is not gone to then. */
  onStarted?: (execution: Execution) => void;
  onClose: () => void;
}

/** Asks for the inputs of a flow and runs it. */
export function RunDialog(props: Props) {
  const t = useTexts(words);
  const s = useTexts(shared);
  return (
    <Modal opened onClose={props.onClose} title={<b>{t.run(props.flow.id)}</b>} size="lg" closeButtonProps={{ 'aria-label': s.close }}>
      <RunForm {...props} />
    </Modal>
  );
}

function RunForm({ flow, initial, fixed, onStarted, onClose }: Props) {
  const t = useTexts(words);
  const navigate = useNavigate();
  const [{ runIn }] = useSettings();
  const [act, busy] = useAct();
  const [labels, setLabels] = useState<string[]>([]);
  const [later, setLater] = useState('');
  const [progress, setProgress] = useState<number>();
  const name = `${flow.namespace}/${flow.id}`;
  const stops = useBreakpoints(name);
  const [more, setMore] = useState(stops.length > 0);
  const target = path`/executions/${flow.namespace}/${flow.id}`;
  const inputs = useInputs(
    name,
    (parts) => checkInputs(flow, parts),
    initial,
  );
  const search: Search = { labels: labels.length > 0 ? labels : undefined, scheduleDate: instantOf(later) || undefined, breakpoints: stops.length > 0 ? stops.join(',') : undefined, ...fixed };
  const curl = curlOf(new URL(urlOf(target, search), location.href).href, inputs.given);
  const start = async () => {
    if (inputs.refused) {
      inputs.showAll();
      tellError(t.missing);
      return;
    }
    const large = Object.values(inputs.given).some((value) => value instanceof File && value.size > 1_000_000);
    const execution = await act(() => upload<Execution>(urlOf(target, search), formOf(inputs.given), (part) => large && setProgress(part)), later ? t.scheduled : t.started);
    setProgress(undefined);
    if (!execution) return;
    if (onStarted) {
      onStarted(execution);
      return;
    }
    onClose();
    const params = { namespace: execution.namespace, flowId: execution.flowId, id: execution.id };
    if (runIn === 'new') window.open(`${pagesPath}${path`/executions/${params.namespace}/${params.flowId}/${params.id}`}`, '_blank', 'noopener');
    else void navigate({ to: '/executions/$namespace/$flowId/$id', params });
  };
  useHotkeys([['mod+Enter', () => void start()]], []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void start();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <InputFields form={inputs} />
        <div>
          <Button variant="subtle" color="gray" size="compact-xs" leftSection={more ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />} onClick={() => setMore(!more)} aria-expanded={more}>
            {t.more}
          </Button>
          <Collapse expanded={more}>
            <Stack pt="xs">
              <TagsInput label={t.labels} placeholder={t.labelsHint} value={labels} onChange={(next) => setLabels(next.filter((label) => label.indexOf(':') > 0))} acceptValueOnBlur />
              <TagsInput label={t.breakpoints} description={t.breakpointsText} placeholder={t.breakpointsHint} value={stops} onChange={(next) => breakpoints.set(name, next)} acceptValueOnBlur />
              <TextInput label={t.scheduleDate} type="datetime-local" value={later} onChange={(event) => setLater(event.currentTarget.value)} />
              <div>
                <Text size="xs" fw={500} mb={4}>
                  {t.curl}
                </Text>
                <pre className="code">{curl}</pre>
                <CopyButton value={curl}>
                  {({ copied, copy }) => (
                    <Button variant="default" leftSection={<IconTerminal2 size={15} />} onClick={copy}>
                      {copied ? t.copied : t.copyCurl}
                    </Button>
                  )}
                </CopyButton>
              </div>
            </Stack>
          </Collapse>
        </div>
        {progress !== undefined && (
          <div>
            <Progress value={progress * 100} aria-label={t.uploading(Math.round(progress * 100))} />
            <Text size="xs">{t.uploading(Math.round(progress * 100))}</Text>
          </div>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={busy} leftSection={<IconPlayerPlay size={15} />}>
            {later ? t.schedule : t.start}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
