import { ActionIcon, Button, Drawer, Menu } from '@mantine/core';
import { IconBook, IconChevronDown, IconPencil, IconPlayerPause, IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTexts } from '~/app/texts';
import type { GraphBox } from '~/components/graph/data';
import { flowGraph, Graph } from '~/components/graph/Graph';
import { breakpoints, useBreakpoints } from './breakpoints';
import { allSteps, placeOf, type Step } from './document/outline';
import classes from './flowEditor.module.css';
import type { Bench } from './form/bench';
import { NoCode } from './form/NoCode';
import type { Editing } from './form/useEditing';
import type { Checks } from './useChecks';
import { words } from './words';

interface Props {
  checks: Checks;
  bench: Bench | undefined;
  editing: Editing;
  unfolded: string[];
  onUnfold: (unfolded: string[]) => void;
}

/** The graph of a source while it is written; tasks can be added, changed and deleted in it. */
export function TopologyPanel({ checks, bench, editing, unfolded, onUnfold }: Props) {
  const t = useTexts(words);
  const [chosen, setChosen] = useState<GraphBox>();
  const flow = bench ? `${bench.outline.namespace}/${bench.outline.id}` : '';
  const stops = useBreakpoints(flow);
  const data = useMemo(() => {
    const graph = checks.graph && flowGraph(checks.graph);
    return graph && { ...graph, boxes: graph.boxes.map((box) => ({ ...box, marked: box.look === 'task' && stops.includes(box.name) && !isInside(box, unfolded) })) };
  }, [checks.graph, stops, unfolded]);
  const toggle = (box: GraphBox) => onUnfold(unfolded.includes(box.id) ? unfolded.filter((one) => one !== box.id && !one.startsWith(`${box.id}.`)) : [...unfolded, box.id]);
  const lists = bench?.outline.lists ?? [];
  return (
    <div className={classes.topology}>
      {data ? <Graph data={data} label={t.topology} onChoose={(box) => box.look !== 'point' && setChosen(box)} chosen={chosen?.id} onUnfold={toggle} unfolded={unfolded} /> : <p className={classes.hint}>{t.noTopology}</p>}
      {bench && (
        <div className={classes.graphTools}>
          <Button variant="default" size="compact-xs" leftSection={<IconPlus size={13} />} onClick={() => editing.add({ kind: 'task', list: ['tasks'], index: lists[0]?.steps.length ?? 0, wrapped: false })}>
            {t.addTask}
          </Button>
          <Button variant="default" size="compact-xs" leftSection={<IconPlus size={13} />} onClick={() => editing.add({ kind: 'trigger', list: ['triggers'], index: bench.outline.triggers.length, wrapped: false })}>
            {t.addTrigger}
          </Button>
        </div>
      )}
      {bench && chosen && data?.boxes.some((box) => box.id === chosen.id) && (
        <BoxActions box={chosen} bench={bench} editing={editing} flow={flow} inside={isInside(chosen, unfolded)} onClose={() => setChosen(undefined)} />
      )}
      <Drawer.Root opened={editing.open !== undefined} onClose={editing.close} position="right" size="lg" padding={0}>
        <Drawer.Overlay backgroundOpacity={0.25} />
        <Drawer.Content aria-label={t.noCode}>
          <Drawer.Body className={classes.drawer}>
            <NoCode bench={bench} editing={editing} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </div>
  );
}

/** Whether a box belongs to a flow that is drawn inside of this one. */
const isInside = (box: GraphBox, unfolded: string[]) => unfolded.some((uid) => box.id.startsWith(`${uid}.`));

interface ActionProps {
  box: GraphBox;
  bench: Bench;
  editing: Editing;
  flow: string;
  inside: boolean;
  onClose: () => void;
}

/** What can be done with the task or trigger that was chosen. */
function BoxActions({ box, bench, editing, flow, inside, onClose }: ActionProps) {
  const t = useTexts(words);
  const stops = useBreakpoints(flow);
  const step = inside ? undefined : (box.look === 'trigger' ? bench.outline.triggers : allSteps(bench.outline.lists)).find((one) => one.id === box.name);
  return (
    <div className={classes.actions} role="toolbar" aria-label={box.name}>
      <div className={classes.actionsHead}>
        <b>{box.name}</b>
        <span className="quiet">{box.kind}</span>
        <ActionIcon size="xs" aria-label={t.close} onClick={onClose}>
          <IconX size={13} />
        </ActionIcon>
      </div>
      {step ? (
        <div className={classes.actionsRow}>
          <Button variant="default" size="compact-xs" leftSection={<IconPencil size={13} />} onClick={() => editing.show({ kind: box.look === 'trigger' ? 'trigger' : 'task', path: step.path })}>
            {t.edit}
          </Button>
          {box.look === 'task' && <AddMenu step={step} editing={editing} />}
          {box.look === 'task' && (
            <Button variant="default" size="compact-xs" leftSection={<IconPlayerPause size={13} />} onClick={() => breakpoints.toggle(flow, step.id)}>
              {stops.includes(step.id) ? t.removeBreakpoint : t.setBreakpoint}
            </Button>
          )}
          <Button variant="default" size="compact-xs" component={Link} to={`/plugins/${step.type}`} target="_blank" leftSection={<IconBook size={13} />}>
            {t.documentation}
          </Button>
          <Button variant="default" size="compact-xs" c="var(--state-failed)" leftSection={<IconTrash size={13} />} onClick={() => editing.remove(step.path, step.id)}>
            {t.delete}
          </Button>
        </div>
      ) : (
        <p className={classes.note}>{t.ofSubflow}</p>
      )}
    </div>
  );
}

function AddMenu({ step, editing }: { step: Step; editing: Editing }) {
  const t = useTexts(words);
  const { list, index, wrapped } = placeOf(step.path);
  const add = (at: number) => editing.add({ kind: 'task', list, index: at, wrapped });
  const errors = step.branches.find((branch) => branch.name === 'errors');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" size="compact-xs" leftSection={<IconPlus size={13} />} rightSection={<IconChevronDown size={12} />}>
          {t.addTask}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => add(index)}>{t.addBefore}</Menu.Item>
        <Menu.Item onClick={() => add(index + 1)}>{t.addAfter}</Menu.Item>
        {step.branches
          .filter((branch) => !['errors', 'finally'].includes(branch.name))
          .map((branch) => (
            <Menu.Item key={branch.name} onClick={() => editing.add({ kind: 'task', list: branch.path, index: branch.steps.length, wrapped: branch.wrapped })}>
              {t.addInside}: {branch.name}
            </Menu.Item>
          ))}
        <Menu.Item onClick={() => editing.add({ kind: 'task', list: errors?.path ?? ['errors'], index: errors?.steps.length ?? 0, wrapped: false })}>{t.addError}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
