import { Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { explain } from '~/api/failure';
import { useTexts } from '~/app/texts';
import { words } from '~/app/words';

interface Props {
  icon: Icon;
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}

/** What a page or part shows when there is nothing: what would be there, and how to get it. */
export function Empty({ icon: Shape, title, text, children }: Props) {
  return (
    <Center py={48} px="md">
      <Stack align="center" gap="sm" maw={520}>
        <Shape size={38} stroke={1.2} color="var(--quiet)" aria-hidden />
        <Title order={2} ta="center">
          {title}
        </Title>
        {text && (
          <Text size="sm" c="var(--quiet)" ta="center">
            {text}
          </Text>
        )}
        {children}
      </Stack>
    </Center>
  );
}

export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTexts(words);
  const { title, details } = explain(error);
  return (
    <Empty icon={IconAlertTriangle} title={t.failed} text={[title, ...details].join(' ')}>
      {retry && (
        <Button variant="default" onClick={retry}>
          {t.tryAgain}
        </Button>
      )}
    </Empty>
  );
}

export function Loading({ height = 200 }: { height?: number }) {
  const t = useTexts(words);
  return (
    <Center h={height} role="status" aria-label={t.loading}>
      <Loader size="sm" type="dots" color="gray" />
    </Center>
  );
}

export interface Awaited<T> {
  data: T | undefined;
  error: unknown;
  refetch?: () => unknown;
}

/** Shows what was asked for: while it comes, when it failed, and when it is there. */
export function Await<T>({ query, children }: { query: Awaited<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch?.()} />;
  return <Loading />;
}
