// One execution in detail: its log, its figures, its files, and what a task run tells.
import { expect, test } from 'vitest';
import { haveFlow, haveRun, people, server } from './person';

const someone = people({ language: 'en', theme: 'light' });

const flow = `id: details
namespace: web.details
tasks:
  - id: first
    type: io.kestra.plugin.core.log.Log
    message: ["see https://example.com/page.", "a second line"]
  - id: warn
    type: io.kestra.plugin.core.log.Log
    level: WARN
    message: something is odd
  - id: trace
    type: io.kestra.plugin.core.log.Log
    level: TRACE
    message: a small thing
  - id: rows
    type: io.kestra.plugin.core.storage.Write
    content: "name,price\\napple,3\\npear,4\\n"
    extension: .csv
  - id: page
    type: io.kestra.plugin.core.storage.Write
    content: "# A heading\\n\\nand <script>alert(1)</script> text"
    extension: .md
  - id: figures
    type: io.kestra.plugin.scripts.shell.Script
    taskRunner: {type: io.kestra.plugin.core.runner.Process}
    script: |
      echo '::{"metrics":[{"name":"sold","type":"counter","value":42,"tags":{"shop":"north"}}]}::'
`;

test('a log is searched, grouped, narrowed by level, walked by problems and downloaded', async () => {
  await haveFlow(flow);
  const id = await haveRun('web.details', 'details');
  const { page, goTo, sees, presses } = await someone();
  await goTo(`/executions/web.details/details/${id}/logs`);
  await sees('something is odd');
  await page.getByRole('link', { name: 'https://example.com/page' }).waitFor();
  expect(await page.getByText('a small thing').count()).toBe(0);
  await page.getByRole('combobox', { name: 'From level' }).click();
  await page.getByRole('option', { name: 'TRACE' }).click();
  await sees('a small thing');
  await page.getByLabel('Search…').fill('second');
  await page.locator('mark', { hasText: 'second' }).waitFor();
  await page.getByText('something is odd').waitFor({ state: 'detached' });
  await page.getByLabel('Search…').fill('');
  await presses('Next warning or error');
  await sees('something is odd');
  await page.getByText('By time').click();
  await page.getByRole('button', { name: /^first/ }).waitFor({ state: 'detached' });
  await presses('Actions');
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Download' }).click();
  expect((await downloading).suggestedFilename()).toBe(`${id}.log`);
});

test('files are shown by their kind', async () => {
  await haveFlow(flow);
  const id = await haveRun('web.details', 'details');
  const { page, goTo, presses } = await someone();
  await goTo(`/executions/web.details/details/${id}/outputs`);
  await page.getByRole('button', { name: 'rows', exact: true }).click();
  await presses('Preview');
  await page.getByRole('columnheader', { name: 'price' }).waitFor();
  await page.getByRole('cell', { name: 'pear' }).waitFor();
  await page.getByRole('button', { name: 'page', exact: true }).click();
  await presses('Preview');
  await page.getByRole('heading', { name: 'A heading' }).waitFor();
});

test('figures are listed with their tags, and drawn for the flow', async () => {
  await haveFlow(flow);
  const id = await haveRun('web.details', 'details');
  const { page, goTo } = await someone();
  await goTo(`/executions/web.details/details/${id}/metrics`);
  await page.getByRole('cell', { name: 'sold' }).waitFor();
  await page.getByRole('cell', { name: 'shop=north' }).waitFor();
  await page.getByLabel('Search…').fill('nothing');
  await page.getByRole('cell', { name: 'sold' }).waitFor({ state: 'detached' });
  await goTo('/flows/edit/web.details/details/metrics');
  await page.getByRole('img', { name: /sold/ }).first().waitFor();
});

test('a task run shows what its author wrote, and is given another state', async () => {
  await haveFlow('id: ended\nnamespace: web.details\ntasks:\n  - id: breaks\n    type: io.kestra.plugin.core.execution.Fail\n    errorMessage: no luck\n  - id: after\n    type: io.kestra.plugin.core.log.Log\n    message: went on\n');
  const id = await haveRun('web.details', 'ended');
  const { page, goTo, presses } = await someone();
  await goTo(`/executions/web.details/ended/${id}/gantt`);
  await presses('breaks');
  await presses('Source of the task');
  await page.getByText('errorMessage: no luck').waitFor();
  await presses('Change its state');
  await page.getByRole('menuitem', { name: 'SUCCESS' }).click();
  await expect
    .poll(async () => ((await (await fetch(`${server}/api/v1/main/executions/${id}`)).json()) as { state: { current: string } }).state.current, { timeout: 30_000 })
    .toBe('SUCCESS');
});
