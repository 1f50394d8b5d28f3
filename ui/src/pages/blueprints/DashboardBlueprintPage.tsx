import { useTexts } from '~/app/texts';
import { Markdown } from '~/components/Markdown';
import { DashboardPreview } from '~/pages/dashboards/DashboardPreview';
import { BlueprintFrame, BlueprintSource } from './BlueprintFrame';
import classes from './blueprints.module.css';
import { words } from './words';

/** What a dashboard of the catalogue shows, with the data that is there. */
export function DashboardBlueprintPage() {
  const t = useTexts(words);
  return (
    <BlueprintFrame kind="dashboard" list="/blueprints/dashboards" editor="/dashboards/new">
      {(found, at) => (
        <div className={classes.stack}>
          <Markdown text={found.description} />
          <DashboardPreview source={found.source ?? ''} at={at} label={t.preview} />
          <BlueprintSource blueprint={found} fileName="dashboard-blueprint.yaml" />
        </div>
      )}
    </BlueprintFrame>
  );
}
