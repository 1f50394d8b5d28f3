import { blueprintRoutes } from './blueprints/routes';
import { dashboardRoutes } from './dashboards/routes';
import { homeRoutes } from './home/routes';
import { loginRoutes } from './login/routes';
import { logRoutes } from './logs/routes';
import { namespaceRoutes } from './namespaces/routes';
import { pluginRoutes } from './plugins/routes';
import { settingsRoutes } from './settings/routes';
import { systemRoutes } from './system/routes';
import { triggerRoutes } from './triggers/routes';
import { welcomeRoutes } from './welcome/routes';

/** Pages that their subjects describe themselves. */
export const pageRoutes = [
  ...homeRoutes,
  ...dashboardRoutes,
  ...loginRoutes,
  ...logRoutes,
  ...triggerRoutes,
  ...namespaceRoutes,
  ...pluginRoutes,
  ...blueprintRoutes,
  ...settingsRoutes,
  ...systemRoutes,
  ...welcomeRoutes,
];
