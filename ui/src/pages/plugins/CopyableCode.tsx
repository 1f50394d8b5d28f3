import { Button, CopyButton } from '@mantine/core';
import { useTexts } from '~/app/texts';
import classes from './plugins.module.css';
import { words } from './words';

/** A piece of code with a button that copies it. */
export function CopyableCode({ code }: { code: string }) {
  const t = useTexts(words);
  return (
    <div className={classes.code}>
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-xs" onClick={copy}>
            {copied ? t.copied : t.copy}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
