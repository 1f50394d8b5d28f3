import { pageRoute } from '~/app/pageRoute';

const namespace = () => import('./NamespacePage');

export const namespaceRoutes = [
  pageRoute('/namespaces', () => import('./NamespaceList'), 'NamespaceList'),
  pageRoute('/namespaces/edit/$id', namespace, 'NamespacePage'),
  pageRoute('/namespaces/edit/$id/$tab', namespace, 'NamespacePage'),
  pageRoute('/kv', () => import('./KeyPage'), 'KeyPage'),
  pageRoute('/secrets', () => import('./SecretPage'), 'SecretPage'),
];
