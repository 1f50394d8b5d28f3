// Home, logs, triggers, namespaces, key-values, plugins, blueprints, dashboards, settings and the tour.
import { expect, test } from 'vitest';
import { barriers, haveFlow, haveRun, people, server, settled } from './person';

const somebody = people({ language: 'en', theme: 'light' });

const scheduled = `id: report
namespace: web.admin
tasks:
  - id: say
    type: io.kestra.plugin.core.log.Log
    level: WARN
    message: the report is late
triggers:
  - id: hourly
    type: io.kestra.plugin.core.trigger.Schedule
    cron: "0 * * * *"
`;

const failing = `id: failing
namespace: web.admin
tasks:
  - id: break
    type: io.kestra.plugin.core.execution.Fail
    errorMessage: row 17 has no price
`;

test('the guided tour ends with a flow that has run', async () => {
  const { page, goTo, sees, presses } = await somebody();
  await goTo('/tour');
  await presses('Next');
  await sees('my_first_flow');
  await presses('Next');
  await sees('This is how it runs');
  await presses('Next');
  await page.getByLabel('Your name').fill('Ada');
  await presses('Save and run');
  await sees('SUCCESS');
  await sees('Hello Ada!');
  await page.getByRole('link', { name: 'Open the execution' }).click();
  await page.waitForURL('**/executions/tutorial/my_first_flow/*');
});

test('the home page shows what failed, and its figures lead to the executions behind them', async () => {
  await haveFlow(failing);
  await haveRun('web.admin', 'failing');
  const { page, goTo, sees } = await somebody();
  await goTo('/dashboards');
  await sees('Failed lately');
  await page.getByRole('table', { name: 'Failed lately' }).getByRole('link', { name: 'failing' }).first().waitFor();
  await page.getByRole('table', { name: 'Latest errors in logs' }).getByText('row 17 has no price').first().waitFor();
  await page.getByRole('link', { name: /^Failed/ }).first().click();
  await page.waitForURL(/executions\?.*state.*FAILED/);
});

test('log lines are found by their level and their text', async () => {
  await haveFlow(scheduled);
  await haveRun('web.admin', 'report');
  const { page, goTo, sees } = await somebody();
  await goTo('/logs?filters[level][EQUALS]=WARN&filters[timeRange][EQUALS]=P1D');
  await sees('the report is late');
  await page.getByLabel('Search…').fill('no such line');
  await sees('No log lines');
});

test('a trigger is switched off and on, and a backfill runs its past dates', async () => {
  await haveFlow(scheduled);
  const { page, goTo, sees, presses } = await somebody();
  await goTo('/triggers?filters[flowId][EQUALS]=report');
  const enabled = page.getByLabel('Enabled: hourly');
  await enabled.waitFor();
  if (!(await enabled.isChecked())) await enabled.click({ force: true });
  await enabled.click({ force: true });
  await sees('hourly is disabled');
  await enabled.click({ force: true });
  await sees('hourly is enabled');
  await presses('hourly');
  await sees('Next dates');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await presses('Actions: hourly');
  await page.getByRole('menuitem', { name: 'Backfill…' }).click();
  await presses('Start the backfill');
  await sees('The backfill has started');
  await expect.poll(async () => {
    const found = (await (await fetch(`${server}/api/v1/main/executions/search?flowId=report&namespace=web.admin&size=100`)).json()) as { total: number };
    return found.total;
  }, { timeout: 30_000 }).toBeGreaterThanOrEqual(20);
});

test('a file of a namespace is made, written, renamed and deleted', async () => {
  const { page, goTo, sees, presses, write } = await somebody();
  const folder = `lists${Date.now()}`; // of its own for each try
  const file = `notes${Date.now()}.txt`;
  await goTo('/namespaces/edit/web.admin/files');
  await page.getByRole('button', { name: 'New file', exact: true }).click();
  await page.getByLabel('Path').fill(file);
  await presses('Save');
  await page.getByRole('button', { name: `Close /${file}` }).waitFor();
  await write('two loaves of bread');
  await page.locator('.view-line', { hasText: 'two loaves' }).waitFor();
  await page.keyboard.press('Control+S');
  await sees(`/${file} was saved`);
  const content = await fetch(`${server}/api/v1/main/namespaces/web.admin/files?path=/${file}`);
  expect(await content.text()).toBe('two loaves of bread');
  await page.getByRole('button', { name: `Actions on /${file}` }).click({ force: true });
  await page.getByRole('menuitem', { name: 'Rename or move' }).click();
  await page.getByLabel('Path').fill(`${folder}/shopping.txt`);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: folder, exact: true }).click();
  await page.getByRole('button', { name: `Actions on /${folder}/shopping.txt` }).click({ force: true });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await sees(`/${folder}/shopping.txt was deleted`);
});

test('a key-value keeps its type', async () => {
  const { page, goTo, sees, presses } = await somebody();
  await goTo('/namespaces/edit/web.admin/kv');
  await presses('New key-value');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Key', { exact: true }).or(dialog.getByLabel('Key *')).first().fill('answer');
  await dialog.getByRole('combobox', { name: 'Type' }).or(dialog.getByLabel('Type')).first().click();
  await page.getByRole('option', { name: 'Number' }).click();
  await dialog.getByLabel(/^Value/).fill('many');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await sees('This is not a number.');
  await dialog.getByLabel(/^Value/).fill('42');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await sees('answer was saved');
  const kept = (await (await fetch(`${server}/api/v1/main/namespaces/web.admin/kv/answer`)).json()) as { type: string; value: unknown };
  expect(kept).toMatchObject({ type: 'NUMBER', value: 42 });
});

test('the documentation of a task is found and read', async () => {
  const { page, goTo, sees } = await somebody();
  await goTo('/plugins');
  await page.getByLabel('Search tasks, triggers and more…').fill('http request');
  await page.getByRole('link', { name: /io\.kestra\.plugin\.core\.http\.Request/ }).first().click();
  await sees('Calls a server over HTTP and keeps the reply.');
  await sees('Outputs');
});

test('a blueprint is found and used', async () => {
  const { page, goTo, sees } = await somebody();
  await goTo('/blueprints');
  await page.getByLabel('Search blueprints…').fill('hello');
  await page.getByRole('link', { name: /Hello world/ }).first().click();
  await page.getByRole('link', { name: 'Use it' }).click();
  await page.waitForURL('**/flows/new*');
  await sees('io.kestra.plugin.core.log.Log');
});

test('a dashboard is written, kept and deleted', async () => {
  const { page, goTo, sees, presses, write } = await somebody();
  await goTo('/dashboards/new');
  await write('title: Mine\ncharts:\n  - id: count\n');
  await sees('What is wrong');
  await write(`title: Mine
charts:
  - id: count
    type: io.kestra.plugin.core.dashboard.chart.KPI
    chartOptions:
      displayName: How many ran
    data:
      type: io.kestra.plugin.core.dashboard.data.ExecutionsKPI
      columns:
        agg: COUNT
`);
  await sees('How many ran');
  await page.getByRole('button', { name: 'Save', exact: true }).and(page.locator(':enabled')).click();
  await page.getByRole('heading', { name: 'Mine' }).waitFor();
  await sees('How many ran');
  await presses('Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await sees('The dashboard was deleted');
});

test('the language and the theme change at once', async () => {
  const { page, goTo, sees } = await somebody();
  await goTo('/settings');
  await page.getByRole('combobox', { name: 'Language' }).or(page.getByLabel('Language')).first().click();
  await page.getByRole('option', { name: 'Français' }).click();
  await sees('Réglages');
  await page.getByText('Sombre').first().click();
  await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
});

const pages = [
  'dashboards', 'dashboards/new', 'logs', 'triggers', 'namespaces', 'namespaces/edit/web.admin/overview', 'namespaces/edit/web.admin/files', 'kv', 'secrets',
  'plugins', 'plugins/io.kestra.plugin.core.http.Request', 'blueprints', 'blueprints/hello-world', 'settings', 'system', 'concurrency', 'tour', 'welcome', 'setup', 'namespaces/edit/web.admin/variables',
];

test.each(pages)('nobody stumbles over %s', async (path) => {
  const { page, goTo } = await somebody();
  await goTo(`/${path}`);
  await settled(page);
  expect(await barriers(page)).toEqual([]);
});
