// What lists and pages have in common: columns, order and paging that stay, drafts, and pages of what is not there.
import { expect, test } from 'vitest';
import { haveFlow, haveRun, people, server } from './person';
import { openServer } from './server';

const someone = people({ language: 'en', theme: 'light', editorPanel: 'code' });

const plain = (id: string, more = '') => `id: ${id}\nnamespace: web.lists\n${more}tasks:\n  - id: a\n    type: io.kestra.plugin.core.log.Log\n    message: a\n`;

test('columns are remembered, order and page stand in the address', async () => {
  await haveFlow(plain('listed', 'inputs:\n  - {id: who, type: STRING, defaults: nobody}\n'));
  for (const who of ['Ada', 'Grace']) await haveRun('web.lists', 'listed', { who });
  const { page, goTo, presses } = await someone();
  await goTo('/executions?filters[namespace][EQUALS]=web.lists&size=10');
  await presses('Columns');
  await page.getByRole('menuitemcheckbox', { name: 'Inputs' }).or(page.getByLabel('Inputs')).first().click();
  await page.keyboard.press('Escape');
  await page.getByText('who=Grace').waitFor();
  await page.reload();
  await page.getByText('who=Grace').waitFor();
  await page.getByRole('columnheader', { name: 'Flow' }).getByRole('button').click();
  await page.waitForURL(/sort=flowId/);
});

test('triggers that are chosen are switched off together', async () => {
  const id = `left${Date.now()}`;
  await haveFlow(plain(id, 'triggers:\n  - id: yearly\n    type: io.kestra.plugin.core.trigger.Schedule\n    cron: 0 0 1 1 *\n'));
  const { page, goTo } = await someone();
  await goTo(`/triggers?filters[flowId][EQUALS]=${id}`);
  await page.getByLabel('Enabled: yearly').waitFor();
  await page.getByRole('checkbox', { name: 'Choose everything on this page' }).check();
  await page.getByRole('button', { name: 'Disable' }).click();
  await expect.poll(() => page.getByLabel('Enabled: yearly').isChecked()).toBe(false);
});

test('what is not there is told, with a way on', async () => {
  const { page, goTo, sees } = await someone();
  await goTo('/executions/web.lists/listed/nothing');
  await sees(/There is no execution/);
  await goTo('/flows/edit/web.lists/nothing');
  await sees(/no flow|not exist|Not Found/i);
  await goTo('/no/such/page');
  await page.getByRole('link', { name: /Home|home/ }).first().waitFor();
});

test('a draft is still there when somebody comes back, and can be dropped', async () => {
  const id = `draft${Date.now()}`;
  await haveFlow(plain(id));
  const { page, goTo, sees, presses, write } = await someone();
  await goTo(`/flows/edit/web.lists/${id}/edit`);
  await write(`${plain(id)}description: half written\n`);
  await page.locator('.view-line', { hasText: 'half written' }).waitFor();
  await goTo('/flows');
  await page.locator('h1').waitFor();
  await goTo(`/flows/edit/web.lists/${id}/edit`);
  await sees('This is a draft that was not saved yet.');
  await page.locator('.view-line', { hasText: 'half written' }).waitFor();
  await presses('Go back to what is saved');
  await page.locator('.view-line', { hasText: 'half written' }).waitFor({ state: 'detached' });
});

test('all flows are exported as an archive', async () => {
  await haveFlow(plain('exported'));
  const { page, goTo, presses } = await someone();
  await goTo('/settings');
  const downloading = page.waitForEvent('download');
  await presses(/Export/);
  expect((await downloading).suggestedFilename()).toMatch(/\.zip$/);
  expect((await fetch(`${server}/api/v1/main/flows/web.lists/exported`)).status).toBe(200);
});

test('the application works under a path of its own', async () => {
  const opened = await openServer('legato:\n  server:\n    context-path: /tools/legato\n');
  try {
    expect(opened.url).toMatch(/\/tools\/legato$/);
    const made = await fetch(`${opened.url}/api/v1/main/flows`, { method: 'POST', headers: { 'Content-Type': 'application/x-yaml' }, body: plain('below') });
    expect(made.status).toBe(200);
    const { page, goTo, presses } = await someone();
    await goTo(`${opened.url}/ui/main/flows`);
    await page.getByRole('link', { name: 'below', exact: true }).click();
    await page.waitForURL(`${opened.url}/ui/main/flows/edit/web.lists/below`);
    await presses('Run');
    await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForURL(/\/tools\/legato\/ui\/main\/executions\/web\.lists\/below\/\w+/);
    await page.getByText('SUCCESS').first().waitFor();
    await page.reload();
    await page.getByText('SUCCESS').first().waitFor();
  } finally {
    await opened.close();
  }
});

test('the addresses at which others call a flow are shown', async () => {
  const id = `called${Date.now()}`;
  await haveFlow(
    plain(
      id,
      `triggers:\n  - id: hook\n    type: io.kestra.plugin.core.trigger.Webhook\n    key: 4wjtkzwVGBM9yKnjm3yv8r\n  - id: tool\n    type: io.kestra.plugin.core.trigger.McpToolTrigger\n    toolName: ${id}\n    title: Called\n    toolDescription: Does nothing\n    mcpServer: lists\n`,
    ),
  );
  const { page, goTo, sees } = await someone();
  await goTo(`/triggers?filters[flowId][EQUALS]=${id}`);
  await page.getByText('MCP tool', { exact: true }).first().waitFor();
  await page.getByText('tool', { exact: true }).click();
  await sees(`${server}/api/v1/main/mcp/lists`);
  await page.keyboard.press('Escape');
  await page.getByText('hook', { exact: true }).click();
  await sees(`${server}/api/v1/main/executions/webhook/web.lists/${id}/4wjtkzwVGBM9yKnjm3yv8r`);
});
