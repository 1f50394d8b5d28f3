import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { SecretTable } from './SecretTable';
import { words } from './words';

export function SecretPage() {
  const t = useTexts(words);
  return (
    <Page title={t.secrets}>
      <SecretTable />
    </Page>
  );
}
