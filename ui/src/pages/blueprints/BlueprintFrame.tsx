import { Button, CopyButton } from '@mantine/core';
import { IconCopy, IconPencilPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { blueprintQueries, type Blueprint, type BlueprintKind } from '~/api/blueprints';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { CodeEditor } from '~/components/editor/CodeEditor';
import { Panel } from '~/components/Panel';
import { words } from './words';

interface Props {
  kind: BlueprintKind;
  /** The list that it is in. */
  list: string;
  /** The editor that takes its source. */
  editor: string;
  /** @param at when it was told, in milliseconds since 1970 */
  children: (blueprint: Blueprint, at: number) => ReactNode;
}

/** The page of a blueprint: its title, what can be done with it, and what it is. */
export function BlueprintFrame({ kind, list, editor, children }: Props) {
  const t = useTexts(words);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const blueprint = useQuery(blueprintQueries.one(id, kind));
  const source = blueprint.data?.source ?? '';
  return (
    <Page
      title={blueprint.data?.title ?? id}
      crumbs={[{ name: t.blueprints, to: list }]}
      actions={
        <>
          <CopyButton value={source}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={<IconCopy size={15} />} onClick={copy}>
                {copied ? t.copied : t.copy}
              </Button>
            )}
          </CopyButton>
          <Button component={Link} to={editor} search={{ source } as never} leftSection={<IconPencilPlus size={15} />}>
            {t.use}
          </Button>
        </>
      }
    >
      <Await query={blueprint}>{(found) => children(found, blueprint.dataUpdatedAt)}</Await>
    </Page>
  );
}

/** The source of a blueprint, to be read. */
export function BlueprintSource({ blueprint, fileName }: { blueprint: Blueprint; fileName: string }) {
  const t = useTexts(words);
  return (
    <Panel title={t.source} flush>
      <CodeEditor key={blueprint.id} value={blueprint.source ?? ''} fileName={fileName} label={t.source} readOnly grow={200} />
    </Panel>
  );
}
