import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { download, path, urlOf, type Schemas } from '~/api/client';
import { useFormats } from '~/app/formats';
import { useAct } from '../useAct';
import { linked, type Part } from './linked';
import classes from './logs.module.css';

export type Log = Schemas['Log'];

export const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

const LONG = 1_500;

interface Props {
  log: Log;
  /** A text to mark. */
  sought?: string;
  /** Whether it is told which task wrote it. */
  withTask?: boolean;
  /** Whether it is told which execution wrote it. */
  withExecution?: boolean;
}

/** A line of a log; long messages are cut until somebody wants them. */
export function LogLine({ log, sought, withTask, withExecution }: Props) {
  const formats = useFormats();
  const [whole, setWhole] = useState(false);
  const cut = !whole && log.message.length > LONG;
  return (
    <div className={classes.line} data-level={log.level}>
      <span className={classes.level}>{log.level}</span>
      <time className={classes.time} dateTime={log.timestamp} title={formats.dateTime(log.timestamp)}>
        {withExecution ? formats.dateTime(log.timestamp) : formats.time(log.timestamp)}
      </time>
      {withExecution && (
        <span className={classes.source}>
          <Link to="/flows/edit/$namespace/$id" params={{ namespace: log.namespace, id: log.flowId }}>
            {log.namespace}.{log.flowId}
          </Link>
          {log.executionId && (
            <Link to="/executions/$namespace/$flowId/$id/$tab" params={{ namespace: log.namespace, flowId: log.flowId, id: log.executionId, tab: 'logs' }}>
              {log.executionId.slice(0, 8)}
            </Link>
          )}
        </span>
      )}
      {withTask && (log.taskId ?? log.triggerId) && <span className={classes.task}>{log.taskId ?? log.triggerId}</span>}
      <span className={classes.message}>
        {linked(cut ? log.message.slice(0, LONG) : log.message).map((part, index) => (
          <PartText key={index} part={part} executionId={log.executionId} sought={sought} />
        ))}
        {cut && (
          <button type="button" className="link" onClick={() => setWhole(true)}>
            … +{(log.message.length - LONG).toLocaleString()}
          </button>
        )}
      </span>
    </div>
  );
}

/** A part of a message; addresses lead somewhere, stored files are downloaded. */
function PartText({ part: { text, kind }, executionId, sought }: { part: Part; executionId: string | undefined; sought: string | undefined }) {
  const [act] = useAct();
  const shown = <Marked text={text} sought={sought} />;
  if (kind === 'page') {
    return (
      <a href={text} target="_blank" rel="noreferrer noopener">
        {shown}
      </a>
    );
  }
  if (kind === 'file' && executionId) {
    return (
      <button type="button" className="link" onClick={() => void act(() => download(urlOf(path`/executions/${executionId}/file`, { path: text }), {}, text.split('/').at(-1)))}>
        {shown}
      </button>
    );
  }
  return shown;
}

function Marked({ text, sought }: { text: string; sought: string | undefined }) {
  if (!sought) return <>{text}</>;
  const parts = text.split(new RegExp(`(${sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`, 'gi'));
  return <>{parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</>;
}
