// Pages for everybody: without barriers, in both themes and languages, and with views that can be shared.
import { beforeAll, expect, test } from 'vitest';
import { barriers, haveFlow, haveRun, people, settled } from './person';

const somebody = people({ theme: 'light' });
let execution = '';

beforeAll(async () => {
  await haveFlow(`id: shown
namespace: web.pages
description: A flow with **Markdown**.
labels:
  team: data
inputs:
  - id: name
    type: STRING
    defaults: Ada
tasks:
  - id: each
    type: io.kestra.plugin.core.flow.ForEach
    values: ["fr", "en"]
    tasks:
      - id: page
        type: io.kestra.plugin.core.debug.Return
        format: "{{ taskrun.value }} for {{ inputs.name }}"
  - id: last
    type: io.kestra.plugin.core.log.Log
    message: "{{ outputs.page.fr.value }}"
`);
  execution = await haveRun('web.pages', 'shown');
});

const pages = [
  '/flows',
  '/flows/new',
  '/flows/edit/web.pages/shown/overview',
  '/flows/edit/web.pages/shown/edit',
  '/flows/edit/web.pages/shown/topology',
  '/flows/edit/web.pages/shown/revisions',
  '/flows/edit/web.pages/shown/dependencies',
  '/flows/edit/web.pages/shown/overview?run=true',
  '/executions',
  '/executions/web.pages/shown/ID/overview',
  '/executions/web.pages/shown/ID/gantt',
  '/executions/web.pages/shown/ID/topology',
  '/executions/web.pages/shown/ID/logs',
  '/executions/web.pages/shown/ID/outputs',
  '/executions/web.pages/shown/ID/linked',
];

test.each(pages.flatMap((path) => [[path, 'light'], [path, 'dark']]))('%s has no barriers in the %s theme', async (path, theme) => {
  const { page, goTo } = await somebody();
  await page.addInitScript((kept) => localStorage.setItem('legato.settings', JSON.stringify({ theme: kept })), theme);
  await goTo(path.replace('ID', execution));
  await settled(page);
  expect(await barriers(page)).toEqual([]);
});

test('conditions stand in the address, and an address restores them', async () => {
  const { page, goTo, sees } = await somebody();
  await goTo('/executions?filters[namespace][PREFIX]=web.pages&filters[state][IN]=SUCCESS');
  await sees('is one of');
  await page.getByRole('link', { name: 'shown' }).first().waitFor();
  await page.getByRole('button', { name: 'Remove the filter State' }).click();
  await page.waitForURL((url) => !url.search.includes('state'));
  expect(decodeURIComponent(new URL(page.url()).search)).toBe('?filters[namespace][PREFIX]=web.pages');
});

test('an ended execution is replayed from a task, as a new one', async () => {
  const { page, goTo, sees, presses } = await somebody();
  await goTo(`/executions/web.pages/shown/${execution}/gantt`);
  await presses('last');
  await presses('Replay from here');
  await page.getByRole('dialog').last().getByRole('button', { name: 'Replay', exact: true }).click();
  await sees('Replayed as a new execution');
  await page.waitForURL((url) => !url.pathname.includes(execution));
  await sees('SUCCESS');
});

test('several executions are chosen and deleted at once', async () => {
  await haveFlow('id: gone\nnamespace: web.bulk\ntasks:\n  - id: a\n    type: io.kestra.plugin.core.log.Log\n    message: a\n');
  await haveRun('web.bulk', 'gone');
  await haveRun('web.bulk', 'gone');
  const { page, goTo, sees, presses } = await somebody();
  await goTo('/executions?filters[namespace][EQUALS]=web.bulk');
  await page.getByRole('checkbox', { name: 'Choose everything on this page' }).check();
  await presses('Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await sees('Done for 2 executions');
  await sees('No execution matches');
});

test('Ctrl+K goes to a flow by its name', async () => {
  const { page, goTo } = await somebody();
  await goTo('/executions');
  await page.locator('h1').waitFor();
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: /Go to/ }).fill('shown');
  await page.getByRole('option', { name: /shown/ }).click();
  await page.waitForURL('**/flows/edit/web.pages/shown');
});

test('everything is told in French to those who choose it', async () => {
  const { page, goTo, sees } = await somebody();
  await page.addInitScript(() => localStorage.setItem('legato.settings', JSON.stringify({ language: 'fr' })));
  await goTo('/executions');
  await sees('Espace de noms');
});

test('an expression is tried on an execution', async () => {
  const { page, goTo, presses } = await somebody();
  await goTo(`/executions/web.pages/shown/${execution}/outputs`);
  await page.getByRole('button', { name: 'page [en]' }).click();
  await presses('Evaluate');
  await page.getByTestId('evaluation').getByText('fr for Ada').waitFor();
});
