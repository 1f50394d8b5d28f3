import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { Welcome } from './Welcome';
import { words } from './words';

export function WelcomePage() {
  const t = useTexts(words);
  return (
    <Page title={t.welcome}>
      <Welcome />
    </Page>
  );
}
