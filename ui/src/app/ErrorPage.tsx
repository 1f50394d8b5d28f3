import { Button, Code, Group } from '@mantine/core';
import { IconMapOff, IconPlugConnectedX } from '@tabler/icons-react';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { explain } from '~/api/failure';
import { Empty } from '~/components/Empty';
import { Page } from './Page';
import { useTexts } from './texts';
import { words } from './words';

export function NotFoundPage() {
  const t = useTexts(words);
  return (
    <Page title={t.notFound}>
      <Empty icon={IconMapOff} title={t.notFound} text={t.notFoundText}>
        <Button component={Link} to="/">
          {t.toHome}
        </Button>
      </Empty>
    </Page>
  );
}

/** What is shown when a page breaks: what happened in one sentence, never a stack of calls. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useTexts(words);
  return (
    <Page title={t.broken}>
      <Empty icon={IconPlugConnectedX} title={t.broken} text={t.brokenText}>
        <Code block>{Object.values(explain(error)).flat().join('\n')}</Code>
        <Group>
          <Button onClick={() => location.reload()}>{t.reload}</Button>
          <Button variant="default" onClick={reset}>
            {t.tryAgain}
          </Button>
        </Group>
      </Empty>
    </Page>
  );
}
