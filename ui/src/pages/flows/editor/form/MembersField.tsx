import { Select, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '~/app/texts';
import type { Path } from '../document/place';
import { shortType, type Member, type Shape } from '../document/shape';
import { useForms } from './bench';
import { Field, fillable } from './Field';
import classes from './form.module.css';
import type { ValueProps } from './ValueField';
import { words } from './words';

/** How many properties are shown before the rest is folded away. */
const FEW = 8;

/** The properties of something: those that are needed or filled in first, the others folded away when there are many or when `fold` says so. */
export function MembersField({ members, path, fold = members.length > FEW }: { members: Member[]; path: Path; fold?: boolean }) {
  const t = useTexts(words);
  const bench = useForms();
  const usable = fillable(members).filter((member) => member.deprecated === undefined || bench.valueAt([...path, member.name]) !== undefined);
  const filled = (member: Member) => member.required || bench.valueAt([...path, member.name]) !== undefined;
  // a property stays where it is while it is filled in or emptied, and so does the cursor in it
  const [first] = useState(() => new Set(usable.filter(filled).map((member) => member.name)));
  const ahead = usable.filter((member) => !fold || first.has(member.name));
  const rest = usable.filter((member) => !ahead.includes(member));
  const ordered = [...ahead.filter((member) => member.required), ...ahead.filter((member) => !member.required)];
  return (
    <div className={classes.members}>
      {ordered.map((member) => (
        <Field key={member.name} member={member} path={[...path, member.name]} />
      ))}
      {rest.length > 0 && (
        <Folded title={t.more(rest.length)}>
          {rest.map((member) => (
            <Field key={member.name} member={member} path={[...path, member.name]} />
          ))}
        </Folded>
      )}
    </div>
  );
}

export function Folded({ title, children, initially = false }: { title: string; children: ReactNode; initially?: boolean }) {
  const [open, setOpen] = useState(initially);
  return (
    <div className={classes.folded}>
      <UnstyledButton className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        {title}
      </UnstyledButton>
      {open && <div className={classes.members}>{children}</div>}
    </div>
  );
}

/** One of several things: first which, then its properties. */
export function VariantField({ shape, path, value, id, label }: ValueProps<Extract<Shape, { kind: 'variants' }>>) {
  const t = useTexts(words);
  const bench = useForms();
  const type = String((value as { type?: unknown } | undefined)?.type ?? '');
  const types = type === '' || shape.types.includes(type) ? shape.types : [...shape.types, type];
  return (
    <div className={classes.members}>
      <Select
        id={id}
        aria-label={`${label}: ${t.type}`}
        placeholder={t.chooseType}
        data={types.map((one) => ({ value: one, label: shortType(one) }))}
        value={type || null}
        searchable={types.length > 7}
        onChange={(next) => next && bench.set([...path, 'type'], next)}
      />
      {type !== '' && <MembersField key={type} members={shape.membersOf(type).filter((member) => member.name !== 'type')} path={path} fold />}
    </div>
  );
}
