/** Where the application stands: the address of its pages and of the API beside them. */

export const TENANT = 'main';

const start = new URL(document.baseURI).pathname.replace(/\/?$/, '/');

/** Path of the pages of the tenant, without a slash at the end: `/ui/main`. */
export const pagesPath = `${start}${TENANT}`;

/** Path under which the server stands, without a slash at the end: empty, or a context path. */
export const serverPath = start.replace(/\/ui\/$/, '');

/** Path of the REST API of the tenant: `/api/v1/main`. */
export const apiPath = `${serverPath}/api/v1/${TENANT}`;

/** The address of a page with its tenant; links of older installations leave the tenant out. */
export function withTenant(path: string): string {
  const below = path.startsWith(start) ? path.slice(start.length) : '';
  const tenant = below.split('/')[0] ?? '';
  return tenant === TENANT ? path : `${pagesPath}/${below}`;
}
