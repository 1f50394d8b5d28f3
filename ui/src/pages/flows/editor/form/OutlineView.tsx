import { Button, Menu, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBolt, IconForms, IconPencil, IconPlus, IconSettings, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTexts } from '~/app/texts';
import { PluginIcon } from '~/pages/plugins/PluginIcon';
import { MoreMenu } from '~/components/MoreMenu';
import { FLOW_LISTS, pathText, placeOf, type Branch, type Step } from '../document/outline';
import type { Path } from '../document/place';
import { shortType } from '../document/shape';
import { useForms } from './bench';
import classes from './form.module.css';
import type { Editing, Open } from './useEditing';
import { words } from './words';

/** What a flow consists of, each part with its form. */
export function OutlineView({ editing }: { editing: Editing }) {
  const t = useTexts(words);
  const { outline } = useForms();
  const [tasks, ...others] = outline.lists;
  const absent = others.filter((list) => list.steps.length === 0);
  return (
    <>
      <Section title={t.flow}>
        <button type="button" className={classes.card} onClick={() => editing.show({ kind: 'flow' })}>
          <span className={classes.mark}>
            <IconSettings size={15} />
          </span>
          <span className={classes.cardText}>
            <b>{outline.id || '–'}</b>
            <small>{t.properties}</small>
          </span>
        </button>
      </Section>
      <Section title={t.inputs}>
        {outline.inputs.length === 0 && <p className={classes.hint}>{t.noInputs}</p>}
        <ul className={classes.steps}>
          {outline.inputs.map((input) => (
            <Row key={pathText(input.path)} step={input} open={{ kind: 'input', path: input.path }} editing={editing} siblings={outline.inputs.length} mark={<IconForms size={14} />} />
          ))}
        </ul>
        <AddButton label={t.addInput} onClick={() => editing.addInput()} />
      </Section>
      {tasks && <BranchView branch={tasks} title={t.lists.tasks ?? ''} editing={editing} empty={t.noTasks} />}
      {others
        .filter((list) => list.steps.length > 0)
        .map((list) => (
          <BranchView key={list.name} branch={list} title={t.lists[list.name] ?? list.name} editing={editing} />
        ))}
      <Section title={t.triggers}>
        {outline.triggers.length === 0 && <p className={classes.hint}>{t.noTriggers}</p>}
        <ul className={classes.steps}>
          {outline.triggers.map((trigger) => (
            <Row key={pathText(trigger.path)} step={trigger} open={{ kind: 'trigger', path: trigger.path }} editing={editing} siblings={outline.triggers.length} mark={<IconBolt size={14} />} />
          ))}
        </ul>
        <AddButton label={t.addTrigger} onClick={() => editing.add({ kind: 'trigger', list: ['triggers'], index: outline.triggers.length, wrapped: false })} />
      </Section>
      {absent.length > 0 && (
        <div className={classes.absent}>
          {FLOW_LISTS.filter((name) => absent.some((list) => list.name === name)).map((name) => (
            <AddButton key={name} label={t.addTo[name] ?? name} onClick={() => editing.add({ kind: 'task', list: [name], index: 0, wrapped: false })} />
          ))}
        </div>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={13} />} onClick={onClick} style={{ alignSelf: 'flex-start' }}>
      {label}
    </Button>
  );
}

/** A list of tasks with what is in them. */
export function BranchView({ branch, title, editing, empty }: { branch: Branch; title: string; editing: Editing; empty?: string }) {
  const t = useTexts(words);
  return (
    <Section title={title}>
      {empty && branch.steps.length === 0 && <p className={classes.hint}>{empty}</p>}
      <Steps branch={branch} editing={editing} />
      <AddButton label={t.addTask} onClick={() => editing.add({ kind: 'task', list: branch.path, index: branch.steps.length, wrapped: branch.wrapped })} />
    </Section>
  );
}

function Steps({ branch, editing }: { branch: Branch; editing: Editing }) {
  const t = useTexts(words);
  return (
    <ul className={classes.steps}>
      {branch.steps.map((step) => (
        <Row key={pathText(step.path)} step={step} open={{ kind: 'task', path: step.path }} editing={editing} siblings={branch.steps.length} mark={<PluginIcon name={step.type.split('.').at(-2) ?? 'x'} small />}>
          {step.branches
            .filter((inner) => inner.steps.length > 0 || !['errors', 'finally'].includes(inner.name))
            .map((inner) => (
              <div key={inner.name} className={classes.branch}>
                <span className={classes.branchName}>{inner.name}</span>
                <Steps branch={inner} editing={editing} />
                <AddButton label={t.addInside(inner.name)} onClick={() => editing.add({ kind: 'task', list: inner.path, index: inner.steps.length, wrapped: inner.wrapped })} />
              </div>
            ))}
          {step.type.endsWith('.Switch') && <NewCase path={step.path} editing={editing} />}
        </Row>
      ))}
    </ul>
  );
}

/** A branch of a Switch begins with its first task. */
function NewCase({ path, editing }: { path: Path; editing: Editing }) {
  const t = useTexts(words);
  const [name, setName] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') editing.add({ kind: 'task', list: [...path, 'cases', name.trim()], index: 0, wrapped: false });
    setName('');
  };
  return (
    <form className={classes.newEntry} onSubmit={add}>
      <TextInput size="xs" aria-label={t.caseName} placeholder={t.caseName} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit" variant="default" size="compact-xs" disabled={name.trim() === ''}>
        {t.addCase}
      </Button>
    </form>
  );
}

function Row({ step, open, editing, siblings, mark, children }: { step: Step; open: Open; editing: Editing; siblings: number; mark: ReactNode; children?: ReactNode }) {
  const t = useTexts(words);
  const bench = useForms();
  const { list, index, wrapped } = placeOf(step.path);
  const wrong = bench.remarksIn(step.path).filter((remark) => remark.severity === 'ERROR').length;
  const name = step.id || shortType(step.type) || '–';
  return (
    <li>
      <div className={classes.row}>
        <button type="button" className={classes.card} onClick={() => editing.show(open)}>
          <span className={classes.mark}>{mark}</span>
          <span className={classes.cardText}>
            <b>{name}</b>
            <small>{shortType(step.type)}</small>
          </span>
          {wrong > 0 && <span className={classes.wrong}>{t.problems(wrong)}</span>}
        </button>
        <MoreMenu label={t.actionsOf(name)} inRow>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => editing.show(open)}>
            {t.edit}
          </Menu.Item>
          {open.kind === 'task' && (
            <>
              <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => editing.add({ kind: 'task', list, index, wrapped })}>
                {t.addBefore}
              </Menu.Item>
              <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => editing.add({ kind: 'task', list, index: index + 1, wrapped })}>
                {t.addAfter}
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconArrowUp size={15} />} disabled={index === 0} onClick={() => editing.move(step.path, -1)}>
            {t.moveUp}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size={15} />} disabled={index >= siblings - 1} onClick={() => editing.move(step.path, 1)}>
            {t.moveDown}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => editing.remove(step.path, name)}>
            {t.delete}
          </Menu.Item>
        </MoreMenu>
      </div>
      {children}
    </li>
  );
}
