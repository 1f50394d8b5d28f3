import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconCopy, IconDownload, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { download, path, urlOf } from '~/api/client';
import { useTexts } from '~/app/texts';
import { useAct } from '~/components/useAct';
import { useCopy } from '~/components/useCopy';
import { FilePreview } from './FilePreview';
import { pageWords } from './pageWords';
import classes from './value.module.css';

interface Props {
  executionId: string;
  value: unknown;
  /** The expression that gives the value: `outputs.load`. */
  expression?: string;
}

/** A value as a tree; files can be looked into and downloaded, and expressions copied. */
export function Value({ executionId, value, expression }: Props) {
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as Record<string, unknown>);
    if (entries.length === 0) return <span className={classes.leaf}>{Array.isArray(value) ? '[]' : '{}'}</span>;
    return (
      <ul className={classes.tree}>
        {entries.slice(0, 200).map(([key, member]) => (
          <Member key={key} executionId={executionId} name={key} value={member} expression={expression && memberOf(expression, key)} />
        ))}
        {entries.length > 200 && <li className="quiet">+{entries.length - 200}</li>}
      </ul>
    );
  }
  return isFile(value) ? <FileValue executionId={executionId} uri={value} /> : <Leaf value={value} />;
}

function Member({ executionId, name, value, expression }: Props & { name: string }) {
  const t = useTexts(pageWords);
  const nested = value !== null && typeof value === 'object' && Object.keys(value).length > 0;
  const [open, setOpen] = useState(true);
  const copy = useCopy();
  return (
    <li>
      <div className={classes.member}>
        {nested ? (
          <button type="button" className={classes.toggle} aria-expanded={open} aria-label={name} onClick={() => setOpen(!open)}>
            {open ? <IconChevronDown size={13} /> : <IconChevronRight size={13} />}
          </button>
        ) : (
          <span className={classes.toggle} />
        )}
        <span className={classes.key}>{name}</span>
        {!nested && <Value executionId={executionId} value={value} expression={expression} />}
        {expression && (
          <Tooltip label={`${t.copyExpression}: ${expression}`}>
            <ActionIcon size="xs" className={classes.copy} aria-label={`${t.copyExpression} ${expression}`} onClick={() => copy(`{{ ${expression} }}`)}>
              <IconCopy size={12} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {nested && open && <Value executionId={executionId} value={value} expression={expression} />}
    </li>
  );
}

function Leaf({ value }: { value: unknown }) {
  return (
    <span className={classes.leaf} data-kind={typeof value}>
      {typeof value === 'string' ? value : JSON.stringify(value)}
    </span>
  );
}

function FileValue({ executionId, uri }: { executionId: string; uri: string }) {
  const t = useTexts(pageWords);
  const [shown, setShown] = useState(false);
  const [act, busy] = useAct();
  return (
    <span className={classes.file}>
      <Group gap={6} wrap="nowrap">
        <span className={classes.leaf} title={uri}>
          {uri.split('/').at(-1)}
        </span>
        <Button size="compact-xs" variant="default" leftSection={<IconEye size={13} />} onClick={() => setShown(!shown)} aria-expanded={shown}>
          {t.preview}
        </Button>
        <Button size="compact-xs" variant="default" loading={busy} leftSection={<IconDownload size={13} />} onClick={() => void act(() => download(urlOf(path`/executions/${executionId}/file`, { path: uri }), {}, uri.split('/').at(-1)))}>
          {t.download}
        </Button>
      </Group>
      {shown && <FilePreview executionId={executionId} uri={uri} />}
    </span>
  );
}

function isFile(value: unknown): value is string {
  return typeof value === 'string' && /^(kestra|nsfile):\/\//.test(value);
}

function memberOf(expression: string, key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `${expression}.${key}` : `${expression}[${/^\d+$/.test(key) ? key : `'${key}'`}]`;
}
