import { Popover } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useTexts } from '~/app/texts';
import type { Remark } from '~/components/editor/CodeEditor';
import classes from './flowEditor.module.css';
import type { Checks } from './useChecks';
import { words } from './words';

const looks = {
  ERROR: { Shape: IconCircleX, color: 'var(--state-failed)' },
  WARNING: { Shape: IconAlertTriangle, color: 'var(--state-warning)' },
  INFO: { Shape: IconInfoCircle, color: 'var(--state-created)' },
};

/** How many mistakes and remarks there are; a click lists them with their lines. */
export function Problems({ checks }: { checks: Checks }) {
  const t = useTexts(words);
  const count = (severity: Remark['severity']) => checks.remarks.filter((remark) => remark.severity === severity).length;
  const parts = [
    { severity: 'ERROR' as const, text: t.errors },
    { severity: 'WARNING' as const, text: t.warnings },
    { severity: 'INFO' as const, text: t.infos },
  ].filter(({ severity }) => count(severity) > 0);
  if (parts.length === 0 && checks.outdated) {
    return (
      <span className={classes.verdict} role="status">
        <IconAlertTriangle size={15} color="var(--state-warning)" />
        {t.outdated}
      </span>
    );
  }
  if (parts.length === 0) {
    return (
      <span className={classes.verdict} role="status">
        <IconCircleCheck size={15} color={checks.settled ? 'var(--state-success)' : 'var(--quiet)'} />
        {checks.settled ? t.valid : t.checking}
      </span>
    );
  }
  return (
    <Popover position="top-start" shadow="md" width={560}>
      <Popover.Target>
        <button type="button" className={classes.verdict}>
          {parts.map(({ severity, text }) => {
            const { Shape, color } = looks[severity];
            return (
              <span key={severity} className={classes.verdict}>
                <Shape size={15} color={color} />
                {text(count(severity))}
              </span>
            );
          })}
        </button>
      </Popover.Target>
      <Popover.Dropdown mah="50vh" style={{ overflow: 'auto' }}>
        <ul className={classes.problems}>
          {checks.remarks.map((remark, index) => {
            const { Shape, color } = looks[remark.severity];
            return (
              <li key={index}>
                <Shape size={15} color={color} />
                <span>
                  {remark.message} <span className="quiet">({t.line(remark.line)})</span>
                </span>
              </li>
            );
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
