// What people do now and then: secrets, many executions at once, old revisions, backfills, pictures and settings.
import { expect, test } from 'vitest';
import { haveFlow, haveRun, haveStarted, people, server } from './person';

const someone = people({ language: 'en', theme: 'light' });

const waiting = `id: waiting
namespace: web.management
tasks:
  - id: wait
    type: io.kestra.plugin.core.flow.Pause
`;

const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGNgYPgPRhAKABfvA/3KZFuRAAAAAElFTkSuQmCC';

/** How many executions of a flow there are in a state, or at all. */
async function count(flow: string, state?: string): Promise<number> {
  const search = `filters[namespace][EQUALS]=web.management&filters[flowId][EQUALS]=${flow}${state ? `&filters[state][IN]=${state}` : ''}&size=1`;
  return ((await (await fetch(`${server}/api/v1/main/executions/search?${search}`)).json()) as { total: number }).total;
}

test('a secret is stored, used by a flow, given a new value and deleted; nobody sees it', async () => {
  const key = `PASSWORD_${Date.now()}`;
  const { page, goTo, sees, presses } = await someone();
  await goTo('/secrets');
  await presses('New secret');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Namespace').fill('web.management');
  await dialog.getByLabel('Key').fill(key);
  await dialog.locator('input[type=password]').fill('open sesame');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await sees(`${key} was saved`);
  await page.getByRole('cell', { name: key, exact: true }).waitFor();
  await haveFlow(`id: door\nnamespace: web.management\ntasks:\n  - id: say\n    type: io.kestra.plugin.core.log.Log\n    message: "it is {{ secret('${key}') }}, {{ secret('${key}') | length }} long"\n`);
  const id = await haveRun('web.management', 'door');
  await goTo(`/executions/web.management/door/${id}/logs`);
  await sees(/11 long/);
  expect(await page.getByText('open sesame').count()).toBe(0);
  await goTo('/secrets');
  await page.getByRole('button', { name: `Set ${key} anew` }).click();
  await dialog.locator('input[type=password]').fill('sesame');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await sees(`${key} was saved`);
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Delete ${key}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await sees(`${key} was deleted`);
  await page.getByRole('cell', { name: key, exact: true }).waitFor({ state: 'detached' });
});

test('several executions are killed, then replayed, at once', async () => {
  const flow = `many${Date.now()}`;
  await haveFlow(waiting.replace('id: waiting', `id: ${flow}`));
  await haveStarted('web.management', flow);
  await haveStarted('web.management', flow);
  await expect.poll(() => count(flow, 'PAUSED')).toBe(2);
  const { page, goTo, sees, presses } = await someone();
  await goTo(`/executions?filters[flowId][EQUALS]=${flow}`);
  await page.getByRole('checkbox', { name: 'Choose everything on this page' }).check();
  await presses('Kill');
  await page.getByRole('dialog').getByRole('button', { name: 'Kill' }).click();
  await sees('Done for 2 executions');
  await expect.poll(() => count(flow, 'KILLED')).toBe(2);
  await page.getByRole('checkbox', { name: 'Choose everything on this page' }).check();
  await presses('Replay');
  await page.getByRole('dialog').getByRole('button', { name: 'Replay' }).click();
  await expect.poll(() => count(flow, 'PAUSED')).toBe(2);
  expect(await count(flow)).toBe(4);
});

test('an old revision is deleted, the others stay', async () => {
  const id = `old${Date.now()}`;
  for (const text of ['one', 'two', 'three']) await haveFlow(`id: ${id}\nnamespace: web.management\ntasks:\n  - id: say\n    type: io.kestra.plugin.core.log.Log\n    message: ${text}\n`);
  const { page, goTo, sees } = await someone();
  await goTo(`/flows/edit/web.management/${id}/revisions`);
  await page.locator('.editor.original').getByText('two').waitFor();
  await page.getByRole('button', { name: 'Delete revision 2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete revision 2' }).click();
  await sees('Revision 2 was deleted');
  await page.locator('.editor.original').getByText('one').waitFor();
  const left = (await (await fetch(`${server}/api/v1/main/flows/web.management/${id}/revisions`)).json()) as { revision: number }[];
  expect(left.map((one) => one.revision)).toEqual([1, 3]);
});

test('a backfill is paused, goes on and is cancelled', async () => {
  const flow = `slow${Date.now()}`;
  await haveFlow(`id: ${flow}\nnamespace: web.management\ntasks:\n  - id: sleep\n    type: io.kestra.plugin.core.flow.Sleep\n    duration: PT0.2S\ntriggers:\n  - id: hourly\n    type: io.kestra.plugin.core.trigger.Schedule\n    cron: "0 * * * *"\n`);
  const body = JSON.stringify({ namespace: 'web.management', flowId: flow, triggerId: 'hourly', backfill: { start: '2020-01-01T00:00:00Z', end: '2020-12-31T00:00:00Z' } });
  const created = await fetch(`${server}/api/v1/main/triggers/backfill/create`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body });
  expect(created.status, await created.text()).toBe(200);
  const { page, goTo, sees } = await someone();
  await goTo(`/triggers?filters[flowId][EQUALS]=${flow}`);
  await page.getByRole('progressbar', { name: 'Backfill hourly' }).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await sees('0 % paused');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  const before = await count(flow);
  await expect.poll(() => count(flow)).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Cancel the backfill' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the backfill' }).click();
  await page.getByRole('progressbar', { name: 'Backfill hourly' }).waitFor({ state: 'detached' });
});

test('a picture is shown as one', async () => {
  await haveFlow('id: pictures\nnamespace: web.management\ninputs:\n  - id: photo\n    type: FILE\ntasks:\n  - id: say\n    type: io.kestra.plugin.core.log.Log\n    message: "{{ inputs.photo }}"\n');
  const form = new FormData();
  form.append('photo', new Blob([Buffer.from(picture, 'base64')], { type: 'image/png' }), 'photo.png');
  const run = await fetch(`${server}/api/v1/main/executions/web.management/pictures?wait=true`, { method: 'POST', body: form });
  const { id } = (await run.json()) as { id: string };
  const { page, goTo, presses } = await someone();
  await goTo(`/executions/web.management/pictures/${id}/overview`);
  await presses('Preview');
  const image = page.getByRole('dialog').locator('img').or(page.locator('img[src*="file"], img[src^="blob:"], img[src^="data:image"]')).first();
  await image.waitFor();
  await expect.poll(() => image.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(2);
});

test('settings are kept, heeded everywhere, and forgotten on request', async () => {
  await haveFlow(waiting);
  const { page, goTo, sees, presses } = await someone();
  await goTo('/settings');
  await page.getByLabel('Name of the environment').fill('production');
  await page.locator('nav, aside').getByText('production').first().waitFor();
  await page.getByText('2026-01-02').click();
  await sees(/Now: \d{4}-\d{2}-\d{2}/);
  await page.getByLabel('First tab of a flow').first().click();
  await page.getByRole('option', { name: 'Revisions' }).click();
  await page.getByLabel('Rows on a page').getByText('50').click();
  await page.getByRole('combobox', { name: 'Default namespace' }).fill('web.management');
  await page.keyboard.press('Escape');
  await page.reload();
  await page.locator('nav, aside').getByText('production').first().waitFor();
  await goTo('/flows/edit/web.management/waiting');
  await page.getByRole('tab', { name: 'Revisions', selected: true }).or(page.locator('[aria-current="page"]', { hasText: 'Revisions' })).first().waitFor();
  await goTo('/flows/new');
  await page.locator('.view-line', { hasText: 'namespace: web.management' }).waitFor();
  await goTo('/settings');
  await presses('Forget all choices');
  await page.getByRole('dialog').getByRole('button', { name: /Forget/ }).click();
  await expect.poll(() => page.getByLabel('Name of the environment').inputValue()).toBe('');
});
