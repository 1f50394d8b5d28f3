import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ErrorPage, NotFoundPage } from './ErrorPage';
import { Frame } from './Frame';
import { pagesPath, withTenant } from './place';
import { parseSearch, writeSearch, type Search } from './search';
import { pageRoutes } from '~/pages/routes';

// Links of older installations leave the tenant out.
const here = withTenant(location.pathname);
if (here !== location.pathname) history.replaceState(null, '', here + location.search + location.hash);

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFoundPage,
  validateSearch: (search): Search => search as Search,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/dashboards' });
  },
});

/** A page that is fetched when somebody goes there. */
function page<P extends string>(path: P, load: Parameters<typeof lazyRouteComponent>[0], name: string) {
  return createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name as never) });
}

const routes = [
  home,
  page('/flows', () => import('~/pages/flows/FlowList'), 'FlowList'),
  page('/flows/new', () => import('~/pages/flows/NewFlow'), 'NewFlow'),
  page('/flows/search', () => import('~/pages/flows/SourceSearch'), 'SourceSearch'),
  page('/flows/edit/$namespace/$id', () => import('~/pages/flows/FlowPage'), 'FlowPage'),
  page('/flows/edit/$namespace/$id/$tab', () => import('~/pages/flows/FlowPage'), 'FlowPage'),
  page('/executions', () => import('~/pages/executions/ExecutionList'), 'ExecutionList'),
  page('/executions/$namespace/$flowId/$id', () => import('~/pages/executions/ExecutionPage'), 'ExecutionPage'),
  page('/executions/$namespace/$flowId/$id/$tab', () => import('~/pages/executions/ExecutionPage'), 'ExecutionPage'),
  ...pageRoutes.map(({ path, load, name }) => page(path, load, name)),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: pagesPath,
  parseSearch,
  stringifySearch: (search) => writeSearch(search as Search),
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});
