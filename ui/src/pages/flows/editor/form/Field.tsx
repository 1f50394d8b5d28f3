import { ActionIcon, Badge, Tooltip } from '@mantine/core';
import { IconBraces, IconForms, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTexts } from '~/app/texts';
import { isStepList } from '../document/outline';
import type { Path } from '../document/place';
import type { Member, Shape } from '../document/shape';
import { useForms } from './bench';
import classes from './form.module.css';
import { ValueField } from './ValueField';
import { words } from './words';

/** One property: its name, what it is for, a control for its value, and what is wrong with it. */
export function Field({ member, path, disabled }: { member: Member; path: Path; disabled?: string }) {
  const t = useTexts(words);
  const bench = useForms();
  const id = useId();
  const value = bench.valueAt(path);
  // a value of any kind is mostly a text
  const [asText, setAsText] = useState(member.shape.kind === 'any' && (value === undefined || typeof value === 'string'));
  const shape: Shape = (asText && typeof value !== 'object') || !fits(member.shape, value) ? { kind: 'text' } : member.shape;
  const switchable = member.shape.kind !== 'text' && (shape.kind !== 'text' || asText);
  const remarks = nested(shape) ? bench.remarksAt(path) : bench.remarksIn(path);
  const toggle = asText ? t.asField : t.asExpression;
  return (
    <div className={classes.field} role="group" aria-labelledby={`${id}-name`}>
      <div className={classes.name}>
        <label id={`${id}-name`} htmlFor={id}>
          {member.name}
        </label>
        {member.required && (
          <span className={classes.star} title={t.required} aria-label={t.required}>
            *
          </span>
        )}
        {member.deprecated !== undefined && (
          <Badge size="xs" variant="light" color="gray" tt="none" title={member.deprecated}>
            {t.deprecated}
          </Badge>
        )}
        <span className={classes.tools}>
          {switchable && (
            <Tooltip label={toggle}>
              <ActionIcon size="xs" aria-label={`${member.name}: ${toggle}`} onClick={() => setAsText(!asText)}>
                {asText ? <IconForms size={13} /> : <IconBraces size={13} />}
              </ActionIcon>
            </Tooltip>
          )}
          {value !== undefined && !member.required && disabled === undefined && (
            <Tooltip label={t.remove(member.name)}>
              <ActionIcon size="xs" aria-label={t.remove(member.name)} onClick={() => bench.remove(path)}>
                <IconX size={13} />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      </div>
      <ValueField shape={shape} path={path} value={value} id={id} label={member.name} placeholder={placeholder(member)} disabled={disabled !== undefined} invalid={remarks.some((remark) => remark.severity === 'ERROR')} />
      {remarks.map((remark, index) => (
        <p key={index} className={classes.problem} data-severity={remark.severity}>
          {remark.message}
        </p>
      ))}
      {(disabled ?? member.description) && <p className={classes.description}>{disabled ?? member.description}</p>}
    </div>
  );
}

const placeholder = ({ default: value }: Member): string | undefined => (value === undefined || value === null || typeof value === 'object' ? undefined : String(value));

const nested = (shape: Shape) => shape.kind === 'members' || shape.kind === 'variants' || shape.kind === 'list' || shape.kind === 'map';

/** Whether a control can show what stands there; what it cannot is shown as text. */
function fits(shape: Shape, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  switch (shape.kind) {
    case 'any':
    case 'step':
      return true;
    case 'text':
      return typeof value !== 'object';
    case 'truth':
      return typeof value === 'boolean' || /^(true|false)$/i.test(String(value));
    case 'number':
      return typeof value === 'number' || /^-?[\d.]+$/.test(String(value));
    case 'choice':
    case 'duration':
      return typeof value !== 'object' && !String(value).includes('{{');
    case 'list':
      return Array.isArray(value);
    case 'map':
    case 'members':
    case 'variants':
      return typeof value === 'object' && !Array.isArray(value);
  }
}

/** The properties that a person fills in; tasks inside of a task are edited for themselves. */
export const fillable = (members: Member[]): Member[] => members.filter((member) => !isStepList(member.shape) && !(member.shape.kind === 'map' && isStepList(member.shape.of)));
