import { TextInput } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api, query } from '~/api/client';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { Card } from '~/components/Card';
import { Await, Empty } from '~/components/Empty';
import { Pager } from '~/components/list/Pager';
import { useList } from '~/components/list/useList';
import { words as listWords } from '~/components/list/words';
import { words } from './words';

/** Finds a text in the sources of all flows. */
export function SourceSearch() {
  const t = useTexts(words);
  const l = useTexts(listWords);
  const list = useList();
  const found = useQuery({
    queryKey: ['sources', list.query],
    queryFn: () => answer(api.GET('/api/v1/main/flows/source', { params: { query: query(list.query) } })),
    enabled: list.text !== '',
    placeholderData: (before) => before,
  });
  return (
    <Page title={t.searchSource} crumbs={[{ name: t.flows, to: '/flows' }]}>
      <TextInput
        size="sm"
        leftSection={<IconFileSearch size={16} />}
        placeholder={l.searchOrFilter}
        aria-label={t.searchSource}
        defaultValue={list.text}
        onKeyDown={(event) => event.key === 'Enter' && list.setText(event.currentTarget.value)}
        onBlur={(event) => list.setText(event.currentTarget.value)}
        data-autofocus
      />
      {list.text === '' ? (
        <Empty icon={IconFileSearch} title={t.searchSource} text={t.searchSourceText} />
      ) : (
        <Await query={found}>
          {({ results, total }) =>
            total === 0 ? (
              <Empty icon={IconFileSearch} title={t.noMatch} />
            ) : (
              <>
                {results.map(({ model, fragments }) => (
                  <Card
                    key={`${model.namespace}/${model.id}`}
                    title={`${model.namespace}.${model.id}`}
                    action={
                      <Link to="/flows/edit/$namespace/$id/$tab" params={{ namespace: model.namespace, id: model.id, tab: 'edit' }}>
                        {t.edit}
                      </Link>
                    }
                  >
                    {fragments.map((fragment, index) => (
                      <pre key={index} className="code">
                        <Fragment text={fragment} />
                      </pre>
                    ))}
                  </Card>
                ))}
                <Pager list={list} total={total} />
              </>
            )
          }
        </Await>
      )}
    </Page>
  );
}

/** A piece of a source in which the server marked what was found. */
function Fragment({ text }: { text: string }) {
  return <>{text.split(/\[mark\](.*?)\[\/mark\]/s).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</>;
}
