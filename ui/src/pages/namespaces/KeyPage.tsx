import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { KeyTable } from './KeyTable';
import { words } from './words';

export function KeyPage() {
  const t = useTexts(words);
  return (
    <Page title={t.keys}>
      <KeyTable />
    </Page>
  );
}
