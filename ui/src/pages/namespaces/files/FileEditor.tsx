import { Button } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { download } from '~/api/client';
import { fileQueries, fileUrl } from '~/api/namespaces';
import { useTexts } from '~/app/texts';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { Await, Empty } from '~/components/Empty';
import { useAct } from '~/components/useAct';
import type { OpenFile } from './workbench';
import { words } from './words';

const LARGEST = 4_000_000;

interface Props {
  namespace: string;
  file: OpenFile;
  write: (draft: string | undefined) => void;
  save: () => void;
}

/** The text of a file; what is not a text can be downloaded. */
export function FileEditor({ namespace, file, write, save }: Props) {
  const t = useTexts(words);
  const [act] = useAct();
  const content = useQuery(fileQueries.content(namespace, file.path));
  return (
    <Await query={content}>
      {(text) => {
        const large = text.length > LARGEST;
        if (large || text.includes('\u0000')) {
          return (
            <Empty icon={IconFileUnknown} title={large ? t.tooLarge : t.binary}>
              <Button variant="default" onClick={() => void act(() => download(fileUrl(namespace, file.path), {}, file.path.split('/').at(-1)))}>
                {t.download}
              </Button>
            </Empty>
          );
        }
        return (
          <CodeEditor
            value={file.draft ?? text}
            onChange={(value) => write(value === text ? undefined : value)}
            fileName={file.path.split('/').at(-1) ?? ''}
            label={file.path}
            onSave={save}
          />
        );
      }}
    </Await>
  );
}
