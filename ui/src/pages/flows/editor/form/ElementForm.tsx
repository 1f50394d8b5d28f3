import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconBook, IconReplace, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '~/app/texts';
import { allSteps, pathText, type Step } from '../document/outline';
import type { Path } from '../document/place';
import { shortType, type Member } from '../document/shape';
import { PluginIcon } from '~/pages/plugins/PluginIcon';
import { useForms, type Bench } from './bench';
import { Field } from './Field';
import classes from './form.module.css';
import { Folded, MembersField } from './MembersField';
import { BranchView } from './OutlineView';
import { TypePicker } from './TypePicker';
import type { Editing } from './useEditing';
import { words } from './words';

const LOCKED = ['id', 'namespace'];
/** What the outline shows by itself. */
const LISTED = ['inputs', 'triggers', 'revision', 'deleted', 'tenantId', 'draft'];

/** The properties of a flow itself: name, labels, variables, outputs and so on. */
export function FlowForm({ editing }: { editing: Editing }) {
  const t = useTexts(words);
  const bench = useForms();
  const members = bench.shapes.flow().filter((member) => !LISTED.includes(member.name));
  const named = LOCKED.flatMap((name) => members.find((member) => member.name === name) ?? []);
  return (
    <>
      <Back editing={editing} title={t.flow} />
      <div className={classes.members}>
        {named.map((member) => (
          <Field key={member.name} member={{ ...member, required: true }} path={[member.name]} disabled={bench.stored ? t.locked : undefined} />
        ))}
        <MembersField members={members.filter((member) => !LOCKED.includes(member.name))} path={[]} fold />
      </div>
    </>
  );
}

/** The form of a task, trigger or input. */
export function ElementForm({ kind, path, editing }: { kind: 'task' | 'trigger' | 'input'; path: Path; editing: Editing }) {
  const t = useTexts(words);
  const bench = useForms();
  const [changing, setChanging] = useState(false);
  const value = (bench.valueAt(path) ?? {}) as Record<string, unknown>;
  const type = typeof value.type === 'string' ? value.type : '';
  const id = String(value.id ?? value.name ?? '');
  const members = bench.shapes.component(kind, type) ?? [];
  const { own, common } = partsOf(members, kind, bench);
  const step = kind === 'task' ? stepAt(bench, path) : undefined;
  const identity: Member = { name: value.id === undefined && value.name !== undefined ? 'name' : 'id', required: true, shape: { kind: 'text' } };
  const remarks = bench.remarksAt(path);
  return (
    <>
      <Back editing={editing} title={id || shortType(type)} onRemove={() => editing.remove(path, id)} />
      <div className={classes.members}>
        {kind === 'input' ? null : (
          <div className={classes.typeRow}>
            <PluginIcon name={type.split('.').at(-2) ?? 'x'} small />
            <span title={type}>
              <b>{shortType(type) || t.chooseType}</b>
              <small className="mono">{type}</small>
            </span>
            {type && (
              <Tooltip label={t.read}>
                <ActionIcon component={Link} to={`/plugins/${type}`} target="_blank" aria-label={t.read}>
                  <IconBook size={15} />
                </ActionIcon>
              </Tooltip>
            )}
            <Tooltip label={t.changeType}>
              <ActionIcon aria-label={t.changeType} onClick={() => setChanging(true)}>
                <IconReplace size={15} />
              </ActionIcon>
            </Tooltip>
          </div>
        )}
        {remarks.map((remark, index) => (
          <p key={index} className={classes.problem} data-severity={remark.severity}>
            {remark.message}
          </p>
        ))}
        <Field member={identity} path={[...path, identity.name]} />
        {kind === 'input' && <Field member={{ name: 'type', required: true, shape: { kind: 'choice', values: bench.shapes.types('input') } }} path={[...path, 'type']} />}
        <MembersField key={type} members={own} path={path} />
        {step && step.branches.length > 0 && (
          <section className={classes.inside} aria-label={t.tasksOf}>
            {step.branches.map((branch) => (
              <BranchView key={pathText(branch.path)} branch={branch} title={branch.name} editing={editing} />
            ))}
          </section>
        )}
        {common.length > 0 && (
          <Folded key={`${type} common`} title={t.common(common.length)} initially={common.some((member) => value[member.name] !== undefined)}>
            <MembersField members={common} path={path} fold={false} />
          </Folded>
        )}
      </div>
      {changing && kind !== 'input' && (
        <TypePicker
          kind={kind}
          onClose={() => setChanging(false)}
          onPick={(next) => {
            bench.set([...path, 'type'], next);
            setChanging(false);
          }}
        />
      )}
    </>
  );
}

/** The properties of a type of its own, and those that all of its kind have. */
function partsOf(members: Member[], kind: string, bench: Bench) {
  const shared = kind === 'input' ? new Set<string>() : bench.shapes.common(kind);
  const usable = members.filter((member) => !['id', 'name', 'type'].includes(member.name));
  return { own: usable.filter((member) => !shared.has(member.name)), common: usable.filter((member) => shared.has(member.name)) };
}

function stepAt(bench: Bench, path: Path): Step | undefined {
  const wanted = pathText(path);
  return allSteps(bench.outline.lists).find((step) => pathText(step.path) === wanted);
}

function Back({ editing, title, onRemove }: { editing: Editing; title: string; onRemove?: () => void }) {
  const t = useTexts(words);
  return (
    <Group justify="space-between" className={classes.back}>
      <Group gap={6} wrap="nowrap">
        <ActionIcon aria-label={t.back} onClick={() => editing.close()}>
          <IconArrowLeft size={16} />
        </ActionIcon>
        <h2>{title}</h2>
      </Group>
      {onRemove && (
        <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconTrash size={13} />} onClick={onRemove}>
          {t.delete}
        </Button>
      )}
    </Group>
  );
}
