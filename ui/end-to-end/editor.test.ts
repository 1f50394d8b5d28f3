// Flows as text, as forms and as a graph; their revisions; the list of flows; dashboards to start from.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { barriers, haveFlow, haveRun, people, server } from './person';

const withForms = people({ language: 'en', theme: 'light', editorPanel: 'forms' });
const withGraph = people({ language: 'en', theme: 'dark', editorPanel: 'topology' });
const withPlayground = people({ language: 'en', theme: 'light', editorPanel: 'playground' });

const orders = `# orders of the shop
id: orders
namespace: web.editor

tasks:
  # first of all
  - id: begin
    type: io.kestra.plugin.core.log.Log
    message: "it begins" # as agreed

  - id: each
    type: io.kestra.plugin.core.flow.ForEach
    values: ["a", "b"]
    tasks:
      - id: inner
        type: io.kestra.plugin.core.debug.Return
        format: "{{ taskrun.value }}"
`;

const named = (id: string) => orders.replace('id: orders', `id: ${id}`);

async function sourceOf(id: string): Promise<string> {
  const flow = (await (await fetch(`${server}/api/v1/main/flows/web.editor/${id}?source=true`)).json()) as { source: string };
  return flow.source;
}

test('tasks and triggers are added, filled in, moved and deleted by forms, and everything else stays as it was', async () => {
  const id = `forms${Date.now()}`;
  await haveFlow(named(id));
  const { page, goTo, sees, presses } = await withForms();
  await goTo(`/flows/edit/web.editor/${id}/edit`);
  await presses('begin Log');
  await page.getByRole('textbox', { name: 'message' }).fill('it begins now');
  await page.getByRole('combobox', { name: 'level' }).click();
  await page.getByRole('option', { name: 'WARN' }).click();
  await presses('Back');
  await presses('Actions on begin');
  await page.getByRole('menuitem', { name: 'Add a task after' }).click();
  await page.getByRole('textbox', { name: /Search by name/ }).fill('core log');
  await page.getByRole('dialog').getByRole('button', { name: /^LO?.*Log/i }).first().click();
  await page.getByRole('textbox', { name: 'message' }).fill('two\nlines');
  await presses('Back');
  await presses('Actions on log');
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await presses('Add a trigger');
  await page.getByRole('textbox', { name: /Search by name/ }).fill('schedule');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'cron' }).fill('0 7 * * *');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await sees('Saved as revision 2');
  expect(await sourceOf(id)).toBe(
    named(id)
      .replace('  # first of all\n', '  - id: log\n    type: io.kestra.plugin.core.log.Log\n    message: |-\n      two\n      lines\n\n  # first of all\n')
      .replace('"it begins" # as agreed\n', '"it begins now" # as agreed\n    level: WARN\n') + 'triggers:\n  - id: schedule\n    type: io.kestra.plugin.core.trigger.Schedule\n    cron: 0 7 * * *\n',
  );
  await presses('Back');
  await presses('Actions on each');
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'inner Return' }).waitFor({ state: 'detached' });
  expect(await barriers(page)).toEqual([]);
});

test('what is written as text is in the forms at once, and mistakes stand at their fields', async () => {
  const { page, goTo, sees, write, presses } = await withForms();
  await goTo('/flows/new');
  await write('id: live\nnamespace: web.editor\ntasks:\n  - id: wait\n    type: io.kestra.plugin.core.flow.Sleep\n    duration: soon\n');
  await presses(/^wait Sleep/);
  await page.getByRole('group', { name: 'duration' }).getByText(/duration/i).nth(1).waitFor();
  await page.getByRole('textbox', { name: 'duration', exact: true }).fill('PT2S');
  await page.locator('.view-line', { hasText: 'duration: PT2S' }).waitFor();
  await sees('Valid');
});

test('a task is added after another in the graph, and the graph becomes a picture', async () => {
  const id = `graph${Date.now()}`;
  await haveFlow(named(id));
  const { page, goTo, sees, presses } = await withGraph();
  await goTo(`/flows/edit/web.editor/${id}/edit`);
  const box = (name: string) => page.locator('.react-flow__node').getByText(name, { exact: true });
  await box('begin').click();
  const actions = page.getByRole('toolbar', { name: 'begin' });
  await actions.getByRole('button', { name: 'Task' }).click();
  await page.getByRole('menuitem', { name: 'Add after' }).click();
  await page.getByRole('textbox', { name: /Search by name/ }).fill('return');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('textbox', { name: 'id' }).fill('between');
  await page.keyboard.press('Escape');
  await box('between').waitFor();
  await box('inner').click();
  await page.getByRole('toolbar', { name: 'inner' }).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.locator('.view-line', { hasText: 'inner' }).first().waitFor({ state: 'detached' });
  expect(await barriers(page)).toEqual([]);
  await presses('Save as a picture');
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'As SVG' }).click();
  const picture = readFileSync(await (await downloading).path(), 'utf8');
  expect(picture).toContain('>between</text>');
  await presses('Save as a picture');
  const png = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'As PNG' }).click();
  expect(readFileSync(await (await png).path()).subarray(1, 4).toString()).toBe('PNG');
  await sees(/error|Valid/);
});

test('a flow that a task starts is drawn in its place', async () => {
  await haveFlow(orders);
  await haveFlow('id: caller\nnamespace: web.editor\ntasks:\n  - id: call\n    type: io.kestra.plugin.core.flow.Subflow\n    namespace: web.editor\n    flowId: orders\n');
  const { page, goTo, presses } = await withGraph();
  await goTo('/flows/edit/web.editor/caller/topology');
  await presses('Show the flow that call runs');
  await page.locator('.react-flow__node').getByText('inner', { exact: true }).waitFor();
  await presses('Hide the flow that call runs');
  await page.locator('.react-flow__node').getByText('inner', { exact: true }).waitFor({ state: 'detached' });
  await goTo('/flows/edit/web.editor/caller/dependencies');
  await page.locator('.react-flow__node').getByText('orders', { exact: true }).waitFor();
  await page.getByText('As a table').click();
  await page.getByRole('link', { name: 'web.editor.orders' }).click();
  await page.waitForURL('**/flows/edit/web.editor/orders');
});

test('an execution stops at a breakpoint that was set in the graph, and goes on', async () => {
  const id = `stops${Date.now()}`;
  await haveFlow(`id: ${id}\nnamespace: web.editor\ntasks:\n  - id: one\n    type: io.kestra.plugin.core.log.Log\n    message: one\n  - id: two\n    type: io.kestra.plugin.core.log.Log\n    message: two\n`);
  const { page, goTo, sees, presses } = await withGraph();
  await goTo(`/flows/edit/web.editor/${id}/edit`);
  await page.locator('.react-flow__node').getByText('two', { exact: true }).click();
  await presses('Stop before it');
  await page.getByLabel('Executions stop before it').waitFor();
  await presses('Run');
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL(`**/executions/web.editor/${id}/*`);
  await sees('BREAKPOINT');
});

test('an old revision is compared, and becomes the newest again', async () => {
  const id = `past${Date.now()}`;
  await haveFlow(named(id));
  await haveFlow(named(id).replace('it begins', 'it began'));
  const { page, goTo, sees, presses } = await withForms();
  await goTo(`/flows/edit/web.editor/${id}/revisions`);
  await page.locator('.editor.original').getByText('it begins').waitFor();
  await page.locator('.editor.modified').getByText('it began').waitFor();
  await presses('Restore revision 1');
  await page.getByRole('dialog').getByRole('button', { name: 'Restore revision 1' }).click();
  await sees('Saved as revision 3');
  expect(await sourceOf(id)).toBe(named(id));
});

test('text that is typed while a flow is being saved is kept', async () => {
  const id = `typed${Date.now()}`;
  const { page, goTo, sees, write } = await withForms();
  await goTo('/flows/new');
  await write(named(id));
  // the answer takes its time, and the person goes on
  let answer = () => {};
  const written = new Promise<void>((done) => (answer = done));
  await page.route('**/api/v1/main/flows', async (route) => {
    await written;
    await route.continue();
  });
  await page.keyboard.press('Control+S');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# typed meanwhile');
  await page.locator('.view-line', { hasText: 'typed meanwhile' }).waitFor();
  answer();
  await page.waitForURL(`**/flows/edit/web.editor/${id}/edit`);
  await sees('This is a draft that was not saved yet.');
  await page.locator('.view-line', { hasText: 'typed meanwhile' }).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await sees('Saved as revision 2');
  expect(await sourceOf(id)).toContain('# typed meanwhile');
});

test('files of the namespace are written beside the flow', async () => {
  await haveFlow(orders);
  const file = `query${Date.now()}.sql`;
  const { page, goTo, sees } = await withForms();
  await goTo('/flows/edit/web.editor/orders/edit');
  await page.getByText('Files', { exact: true }).click();
  await page.getByRole('button', { name: 'New file', exact: true }).click();
  await page.getByLabel('Path').fill(file);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: `Close /${file}` }).waitFor();
  const editor = page.getByTestId('code-editor').nth(1);
  await editor.locator('.view-line').first().click();
  await page.keyboard.type('select 1');
  await page.keyboard.press('Control+S');
  await sees(`/${file} was saved`);
  await page.keyboard.type(';');
  await editor.locator('.view-line', { hasText: 'select 1;' }).waitFor();
  // what is not saved is still there when somebody comes back
  await page.getByText('Topology', { exact: true }).last().click();
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByText('Files', { exact: true }).click();
  await editor.locator('.view-line', { hasText: 'select 1;' }).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect.poll(async () => (await fetch(`${server}/api/v1/main/namespaces/web.editor/files?path=/${file}`)).text()).toBe('select 1;');
});

test('the list of flows shows how they went lately, imports, and changes several at once', async () => {
  await haveFlow('id: listed\nnamespace: web.list\ntasks:\n  - id: a\n    type: io.kestra.plugin.core.log.Log\n    message: needle in a flow\n');
  await haveRun('web.list', 'listed');
  const { page, goTo, sees, presses } = await withForms();
  await goTo('/flows?filters[namespace][EQUALS]=web.list');
  await page.getByRole('img', { name: /The last \d+ executions? of listed/ }).waitFor();
  await presses('Actions');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: /Import/ }).click();
  await (await choosing).setFiles({ name: 'more.yaml', mimeType: 'application/x-yaml', buffer: Buffer.from('id: imported\nnamespace: web.list\ntasks:\n  - id: a\n    type: io.kestra.plugin.core.log.Log\n    message: a\n') });
  await page.getByRole('link', { name: 'imported', exact: true }).waitFor();
  await page.getByRole('checkbox', { name: 'Choose everything on this page' }).check();
  await presses('Disable');
  await page.getByText('disabled').nth(1).waitFor();
  await page.getByRole('checkbox', { name: 'Choose everything on this page' }).check();
  await presses('Enable');
  await page.getByText('disabled').first().waitFor({ state: 'detached' });
  await goTo('/flows/search');
  await page.getByLabel('Search in sources').fill('needle in');
  await page.keyboard.press('Enter');
  await sees(/needle in/);
});

test('a dashboard of the catalogue is tried, kept and shown at home', async () => {
  const { page, goTo, sees, presses } = await withForms();
  await goTo('/blueprints/dashboards');
  await page.getByRole('link', { name: /What ran and how it ended/ }).click();
  await sees('Executions over time');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'Use it' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).and(page.locator(':enabled')).click();
  await page.getByRole('heading', { name: 'What ran and how it ended' }).waitFor();
  await presses('Show at home');
  await page.getByRole('button', { name: 'Shown at home' }).waitFor();
  await goTo('/dashboards');
  await page.getByRole('heading', { name: 'What ran and how it ended' }).waitFor();
  await presses('Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await sees('The dashboard was deleted');
  await goTo('/dashboards');
  await page.getByRole('heading', { name: 'Home' }).waitFor();
});

test('how many executions may run at once is shown with those that wait', async () => {
  await haveFlow('id: limited\nnamespace: web.editor\nconcurrency:\n  limit: 1\n  behavior: QUEUE\ntasks:\n  - id: wait\n    type: io.kestra.plugin.core.flow.Pause\n');
  const run = () => fetch(`${server}/api/v1/main/executions/web.editor/limited`, { method: 'POST' });
  await run();
  await run();
  const { page, goTo, sees } = await withForms();
  await goTo('/flows/edit/web.editor/limited/concurrency');
  await sees('Beyond the limit');
  await page.getByRole('cell', { name: 'QUEUED' }).first().waitFor();
  await fetch(`${server}/api/v1/main/executions/kill/by-query?namespace=web.editor&flowId=limited`, { method: 'DELETE' });
});

test('single tasks are tried in the playground, with what came before them', async () => {
  const id = `tried${Date.now()}`;
  await haveFlow(
    `id: ${id}\nnamespace: web.editor\ntasks:\n  - id: first\n    type: io.kestra.plugin.core.debug.Return\n    format: "made by {{ execution.id }}"\n  - id: second\n    type: io.kestra.plugin.core.log.Log\n    message: "second saw {{ outputs.first.value }}"\n  - id: third\n    type: io.kestra.plugin.core.log.Log\n    message: never\n`,
  );
  const { page, goTo, sees, presses } = await withPlayground();
  await goTo(`/flows/edit/web.editor/${id}/edit`);
  await presses('Try second');
  await sees(/second saw made by \w+/);
  const trials = async () => ((await (await fetch(`${server}/api/v1/main/executions/search?namespace=web.editor&flowId=${id}&filters[kind][EQUALS]=PLAYGROUND`)).json()) as { results: { id: string; state: { current: string } }[] }).results;
  await expect.poll(async () => (await trials()).map((one) => one.state.current)).toEqual(['KILLED']);
  const [before] = await trials();
  // a change is saved, and what the first task gave is used again
  await page.locator('.view-line', { hasText: 'second saw' }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(' again');
  await page.keyboard.press('Control+Enter');
  await sees(`second saw made by ${before?.id} again`);
  await expect.poll(async () => (await trials()).length).toBe(2);
  expect(await page.getByText('never').count()).toBe(1); // in the source alone
  expect(await barriers(page)).toEqual([]);
  await presses(/Begin anew/);
  await page.getByRole('button', { name: 'Try second' }).waitFor();
  await page.locator('.glyph-margin-widgets .cgmr, .glyph-margin-widgets > *').first().click();
  await expect.poll(async () => (await trials()).length).toBe(3);
});
