import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTexts } from '~/app/texts';
import type { Shape } from '../document/shape';
import { useForms } from './bench';
import classes from './form.module.css';
import { ValueField, type ValueProps } from './ValueField';
import { words } from './words';

/** What a new element of a list is before anything is filled in. */
function fresh(shape: Shape): unknown {
  switch (shape.kind) {
    case 'members':
      return Object.fromEntries(shape.members.filter((member) => member.required).map((member) => [member.name, '']));
    case 'variants':
      return { type: shape.types[0] ?? '' };
    case 'map':
      return {};
    case 'list':
      return [];
    default:
      return '';
  }
}

const isLarge = (shape: Shape) => shape.kind === 'members' || shape.kind === 'variants' || shape.kind === 'map' || shape.kind === 'list';

/** Values one below the other, to be added, moved and removed. */
export function ListField({ shape, path, value, id, label }: ValueProps<Extract<Shape, { kind: 'list' }>>) {
  const t = useTexts(words);
  const bench = useForms();
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <div className={classes.list}>
      {items.map((item, index) => {
        const name = `${label} ${index + 1}`;
        return (
          <div key={index} className={classes.item} data-large={isLarge(shape.of) || undefined}>
            <div className={classes.value}>
              <ValueField shape={of(shape.of, item)} path={[...path, index]} value={item} id={`${id}-${index}`} label={name} invalid={bench.remarksAt([...path, index]).length > 0} />
            </div>
            <div className={classes.itemTools}>
              <ActionIcon size="xs" aria-label={`${t.moveUp}: ${name}`} disabled={index === 0} onClick={() => bench.move(path, index, index - 1)}>
                <IconChevronUp size={13} />
              </ActionIcon>
              <ActionIcon size="xs" aria-label={`${t.moveDown}: ${name}`} disabled={index === items.length - 1} onClick={() => bench.move(path, index, index + 1)}>
                <IconChevronDown size={13} />
              </ActionIcon>
              <ActionIcon size="xs" aria-label={t.remove(name)} onClick={() => bench.remove([...path, index])}>
                <IconX size={13} />
              </ActionIcon>
            </div>
          </div>
        );
      })}
      <Button variant="default" size="compact-xs" leftSection={<IconPlus size={12} />} aria-label={t.addValue(label)} onClick={() => bench.insert(path, items.length, fresh(shape.of))} style={{ alignSelf: 'flex-start' }}>
        {t.add}
      </Button>
    </div>
  );
}

/** Values by name. */
export function MapField({ shape, path, value, id, label }: ValueProps<Extract<Shape, { kind: 'map' }>>) {
  const t = useTexts(words);
  const bench = useForms();
  const [key, setKey] = useState('');
  const entries = Object.entries((value ?? {}) as Record<string, unknown>);
  const add = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const name = key.trim();
    if (name === '' || entries.some(([known]) => known === name)) return;
    bench.set([...path, name], fresh(shape.of));
    setKey('');
  };
  return (
    <div className={classes.list}>
      {entries.map(([name, item]) => (
        <div key={name} className={classes.entry} data-large={isLarge(shape.of) || undefined}>
          <label htmlFor={`${id}-${name}`} title={name}>
            {name}
          </label>
          <div className={classes.value}>
            <ValueField shape={of(shape.of, item)} path={[...path, name]} value={item} id={`${id}-${name}`} label={`${label} ${name}`} />
          </div>
          <ActionIcon size="xs" aria-label={t.remove(name)} onClick={() => bench.remove([...path, name])}>
            <IconX size={13} />
          </ActionIcon>
        </div>
      ))}
      <form className={classes.newEntry} onSubmit={add}>
        <TextInput size="xs" aria-label={`${label}: ${t.key}`} placeholder={t.key} value={key} onChange={(event) => setKey(event.currentTarget.value)} />
        <Button type="submit" variant="default" size="compact-xs" leftSection={<IconPlus size={12} />} disabled={key.trim() === ''} aria-label={t.addValue(label)}>
          {t.add}
        </Button>
      </form>
    </div>
  );
}

/** Values without a known shape are filled in as text while they are texts. */
function of(shape: Shape, value: unknown): Shape {
  const plain = value === undefined || value === null || typeof value === 'string';
  if (shape.kind === 'any') return plain ? { kind: 'text' } : shape;
  return typeof value === 'string' && isLarge(shape) ? { kind: 'text' } : shape;
}

