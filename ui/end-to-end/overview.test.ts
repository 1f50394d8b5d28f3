// What is told about flows and namespaces as a whole: their dashboards, and charts above lists.
import { expect, test } from 'vitest';
import { barriers, haveFlow, haveRun, haveStarted, people, server } from './person';

const someone = people({ language: 'en', theme: 'light' });

const says = (id: string) => `id: ${id}\nnamespace: web.overview\ndescription: It says **hello**.\ntasks:\n  - id: hello\n    type: io.kestra.plugin.core.log.Log\n    message: hello\n`;
const fails = 'id: fails\nnamespace: web.overview\ntasks:\n  - id: end\n    type: io.kestra.plugin.core.execution.Fail\n';

async function haveDashboard(title: string): Promise<string> {
  const source = `title: ${title}
charts:
  - id: runs
    type: io.kestra.plugin.core.dashboard.chart.Table
    chartOptions:
      displayName: Every run
      width: 12
    data:
      type: io.kestra.plugin.core.dashboard.data.Executions
      columns:
        flow:
          field: FLOW_ID
        namespace:
          field: NAMESPACE
`;
  const made = await fetch(`${server}/api/v1/main/dashboards`, { method: 'POST', headers: { 'Content-Type': 'application/x-yaml' }, body: source });
  expect(made.status).toBe(200);
  return ((await made.json()) as { id: string }).id;
}

test('the overview of a flow shows its executions over time, the latest and the failed', async () => {
  await haveFlow(fails);
  await haveFlow(says('talks'));
  await haveRun('web.overview', 'talks');
  const id = await haveRun('web.overview', 'fails');
  const { page, goTo, sees } = await someone();
  await goTo('/flows/edit/web.overview/fails/overview');
  await page.getByRole('img', { name: 'Executions over time' }).waitFor();
  for (const table of ['Latest executions', 'Failed lately']) await page.getByRole('table', { name: table }).getByText('FAILED').first().waitFor();
  await sees('100 %');
  // another flow of the namespace does not count
  expect(await page.getByText('talks').count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('table', { name: 'Latest executions' }).getByRole('link', { name: id.slice(0, 10) }).click();
  await page.waitForURL(`**/executions/web.overview/fails/${id}`);
});

test('a flow shows another dashboard, then all flows do, and a namespace has its own', async () => {
  await haveFlow(fails);
  await haveFlow(says('speaks'));
  await haveRun('web.overview', 'fails');
  await haveRun('web.overview', 'speaks');
  const title = `Runs ${Date.now()}`;
  const dashboard = await haveDashboard(title);
  const { page, goTo, presses } = await someone();
  const rows = page.getByRole('table').last();
  const choose = async (before: string, name: string) => {
    await page.getByRole('button', { name: 'Choose a dashboard' }).filter({ hasText: before }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await goTo('/flows/edit/web.overview/speaks/overview');
  await choose('Overview', title);
  await rows.getByRole('cell', { name: 'speaks' }).first().waitFor();
  expect(await rows.getByRole('cell', { name: 'fails' }).count()).toBe(0);
  await page.reload();
  await page.getByText('Every run').waitFor();

  await goTo('/flows/edit/web.overview/fails/overview');
  await page.getByRole('img', { name: 'Executions over time' }).waitFor();
  await goTo('/flows/edit/web.overview/speaks/overview');
  await choose(title, 'Show this one for all flows');
  await goTo('/flows/edit/web.overview/fails/overview');
  await rows.getByRole('cell', { name: 'fails' }).first().waitFor();
  await choose(title, 'Overview');
  await page.getByRole('img', { name: 'Executions over time' }).waitFor();

  await goTo('/namespaces/edit/web.overview/overview');
  await choose('Overview', title);
  for (const flow of ['speaks', 'fails']) await rows.getByRole('cell', { name: flow }).first().waitFor();
  expect(await barriers(page)).toEqual([]);

  // a dashboard that is deleted is shown nowhere any more
  await goTo(`/dashboards/${dashboard}`);
  await presses('Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('The dashboard was deleted').waitFor();
  await goTo('/namespaces/edit/web.overview/overview');
  await page.getByRole('img', { name: 'Executions over time' }).waitFor();
});

test('above the flows stands when they ran; a bar leads to its executions', async () => {
  await haveFlow(says('charted'));
  await haveRun('web.overview', 'charted');
  const { page, goTo, presses } = await someone();
  await goTo('/flows?filters[namespace][EQUALS]=web.overview');
  const chart = page.getByRole('img', { name: /Executions over time/ });
  await chart.waitFor();
  await chart.locator('rect[fill]').last().click();
  await page.waitForURL(/\/executions\?.*web\.overview/);
  await page.getByRole('link', { name: 'charted' }).first().waitFor();
  await goTo('/flows');
  await presses('Their executions over time');
  await chart.waitFor({ state: 'detached' });
});

test('the graph of an execution follows it by the stream of changes, without asking again', async () => {
  await haveFlow('id: steps\nnamespace: web.overview\ntasks:\n  - id: before\n    type: io.kestra.plugin.core.log.Log\n    message: begins\n  - id: stop\n    type: io.kestra.plugin.core.flow.Pause\n  - id: after\n    type: io.kestra.plugin.core.log.Log\n    message: ends\n');
  const id = await haveStarted('web.overview', 'steps');
  const { page, goTo } = await someone();
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes(id) && request.url().includes('/api/') && asked.push(new URL(request.url()).pathname));
  await goTo(`/executions/web.overview/steps/${id}/topology`);
  const box = (name: string) => page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) });
  await box('before').locator('[data-state="SUCCESS"]').waitFor();
  await box('stop').locator('[data-state="PAUSED"]').waitFor();
  expect(await box('after').locator('[data-state]').count()).toBe(0);
  await fetch(`${server}/api/v1/main/executions/${id}/resume`, { method: 'POST' });
  await box('after').locator('[data-state="SUCCESS"]').waitFor();
  await box('before').click();
  await page.getByRole('dialog').getByText('begins').waitFor();
  expect(asked.filter((path) => path.endsWith('/graph'))).toHaveLength(1);
});
