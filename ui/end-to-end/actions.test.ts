// What can be done with an execution, each from its button to what became of it.
import { beforeAll, expect, test } from 'vitest';
import { haveFlow, haveRun, haveStarted, people, server, type Person } from './person';

const somebody = people({ language: 'en', theme: 'light', executionTab: 'overview' });

beforeAll(async () => {
  await haveFlow('id: long\nnamespace: web.actions\ntasks:\n  - id: sleep\n    type: io.kestra.plugin.core.flow.Sleep\n    duration: PT10M\n');
  await haveFlow(`id: ask
namespace: web.actions
tasks:
  - id: wait
    type: io.kestra.plugin.core.flow.Pause
    onResume:
      - id: reason
        type: STRING
  - id: after
    type: io.kestra.plugin.core.log.Log
    message: "because {{ outputs.wait.onResume.reason }}"
`);
  // fails unless the key-value says otherwise
  await haveFlow(`id: fragile
namespace: web.actions
tasks:
  - id: first
    type: io.kestra.plugin.core.log.Log
    message: once
  - id: second
    type: io.kestra.plugin.core.execution.Fail
    condition: "{{ kv('repaired', errorOnMissing=false) != 'yes' }}"
`);
  await haveFlow('id: quick\nnamespace: web.actions\ninputs:\n  - id: who\n    type: STRING\n    defaults: Ada\ntasks:\n  - id: greet\n    type: io.kestra.plugin.core.log.Log\n    message: "hello {{ inputs.who }}"\n  - id: leave\n    type: io.kestra.plugin.core.log.Log\n    message: bye\n');
  await haveFlow('id: child\nnamespace: web.actions\ntasks:\n  - id: work\n    type: io.kestra.plugin.core.log.Log\n    message: works\n');
  await haveFlow('id: parent\nnamespace: web.actions\ntasks:\n  - id: call\n    type: io.kestra.plugin.core.flow.Subflow\n    namespace: web.actions\n    flowId: child\n    wait: true\n');
  await haveFlow('id: flaky\nnamespace: web.actions\ntasks:\n  - id: try\n    type: io.kestra.plugin.core.execution.Fail\n    errorMessage: no answer\n    retry:\n      type: constant\n      interval: PT0.1S\n      maxAttempts: 2\n');
});

/** The state that stands beside the title. */
const isIn = ({ page }: Person, state: string) => page.locator('h1').getByText(state, { exact: true }).waitFor();
const open = async (person: Person, flow: string, id: string, tab = 'overview') => person.goTo(`/executions/web.actions/${flow}/${id}/${tab}`);
const inMenu = async ({ page, presses }: Person, action: string) => {
  await presses('More actions');
  await page.getByRole('menuitem', { name: action, exact: true }).click();
};
const answers = ({ page }: Person, button: string) => page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();

test('a running execution is paused, goes on and is killed', async () => {
  const person = await somebody();
  await open(person, 'long', await haveStarted('web.actions', 'long'));
  await isIn(person, 'RUNNING');
  await person.presses('Pause');
  await answers(person, 'Pause');
  await isIn(person, 'PAUSED');
  await person.presses('Resume');
  await answers(person, 'Resume');
  await isIn(person, 'RUNNING');
  await person.presses('Kill');
  await answers(person, 'Kill');
  await isIn(person, 'KILLED');
});

test('a pause asks before it goes on', async () => {
  const person = await somebody();
  await open(person, 'ask', await haveStarted('web.actions', 'ask'));
  await isIn(person, 'PAUSED');
  await person.presses('Resume');
  await person.page.getByRole('dialog').getByRole('textbox', { name: 'reason' }).fill('it is time');
  await answers(person, 'Resume');
  await isIn(person, 'SUCCESS');
  await person.page.getByRole('link', { name: 'Logs' }).last().click();
  await person.sees('because it is time');
});

test('a failed execution is restarted where it failed', async () => {
  const key = `${server}/api/v1/main/namespaces/web.actions/kv/repaired`;
  await fetch(key, { method: 'DELETE' });
  const id = await haveRun('web.actions', 'fragile');
  const person = await somebody();
  await open(person, 'fragile', id);
  await isIn(person, 'FAILED');
  await fetch(key, { method: 'PUT', headers: { 'Content-Type': 'text/plain' }, body: '"yes"' });
  await person.presses('Restart');
  await answers(person, 'Restart');
  await isIn(person, 'SUCCESS');
  const log = (await (await fetch(`${server}/api/v1/main/logs/${id}`)).json()) as { message: string }[];
  expect(log.filter((line) => line.message === 'once')).toHaveLength(1);
});

test('an execution is replayed with other inputs, and both know of each other', async () => {
  const id = await haveRun('web.actions', 'quick');
  const person = await somebody();
  await open(person, 'quick', id);
  await person.presses('Replay');
  await person.page.getByRole('checkbox', { name: 'Change the inputs' }).check();
  await person.page.getByRole('dialog').getByRole('textbox', { name: 'who' }).fill('Grace');
  // the server has to have seen the value before it is sent
  await answers(person, 'Replay');
  await person.page.waitForURL((url) => !url.pathname.includes(id));
  await isIn(person, 'SUCCESS');
  await person.sees('Grace');
  await person.page.getByRole('link', { name: 'Linked' }).click();
  await person.sees('This one repeats it');
  await open(person, 'quick', id, 'linked');
  await person.sees('Replay of this one');
});

test('the state and the labels of an ended execution are changed', async () => {
  const person = await somebody();
  await open(person, 'quick', await haveRun('web.actions', 'quick'));
  await isIn(person, 'SUCCESS');
  await inMenu(person, 'Change state');
  await person.page.getByRole('dialog').getByRole('combobox', { name: 'New state' }).or(person.page.getByRole('dialog').getByLabel('New state')).first().click();
  await person.page.getByRole('option', { name: 'WARNING' }).click();
  await answers(person, 'Change state');
  await isIn(person, 'WARNING');
  await inMenu(person, 'Set labels');
  await person.page.getByPlaceholder('key:value, one each').fill('team:blue');
  await person.page.keyboard.press('Enter');
  await answers(person, 'Set labels');
  await person.page.locator('.facts').getByText('blue').waitFor();
});

test('an execution is deleted', async () => {
  const id = await haveRun('web.actions', 'quick');
  const person = await somebody();
  await open(person, 'quick', id);
  await inMenu(person, 'Delete');
  await answers(person, 'Delete');
  await person.page.waitForURL('**/executions');
  expect((await fetch(`${server}/api/v1/main/executions/${id}`)).status).toBe(404);
});

test('an execution stops at a breakpoint and goes on', async () => {
  const person = await somebody();
  await open(person, 'quick', await haveStarted('web.actions', 'quick', '?breakpoints=leave'));
  await isIn(person, 'BREAKPOINT');
  await person.sees(/Stopped at a breakpoint/);
  await person.presses('Go on');
  await answers(person, 'Go on');
  await isIn(person, 'SUCCESS');
});

test('an execution leads to those that it started, and back', async () => {
  const person = await somebody();
  await open(person, 'parent', await haveRun('web.actions', 'parent'), 'linked');
  await person.sees('Started by this one');
  await person.page.getByRole('link', { name: /^child/ }).click();
  await person.page.waitForURL('**/executions/web.actions/child/*');
  await person.page.getByRole('link', { name: 'Linked' }).click();
  await person.sees('Started this one');
});

test('what a subflow does is drawn, too', async () => {
  const person = await somebody();
  await open(person, 'parent', await haveRun('web.actions', 'parent'), 'topology');
  await person.page.getByRole('switch', { name: 'Show what subflows do' }).click({ force: true });
  await person.page.locator('.react-flow__node').getByText('work').waitFor();
});

test('the lines of one attempt are shown', async () => {
  const person = await somebody();
  await open(person, 'flaky', await haveRun('web.actions', 'flaky'), 'logs');
  const lines = person.page.getByRole('log').getByText('no answer');
  await expect.poll(() => lines.count(), { timeout: 20_000 }).toBe(2);
  await person.page.getByLabel('Attempt of try').selectOption('Attempt 2');
  await expect.poll(() => lines.count(), { timeout: 20_000 }).toBe(1);
});

test('a deleted flow is restored', async () => {
  await haveFlow('id: lost\nnamespace: web.actions\ntasks:\n  - id: a\n    type: io.kestra.plugin.core.log.Log\n    message: a\n');
  await fetch(`${server}/api/v1/main/flows/web.actions/lost`, { method: 'DELETE' });
  const person = await somebody();
  await person.goTo('/flows/edit/web.actions/lost/overview');
  await person.presses(/Restore/);
  await expect.poll(async () => (await fetch(`${server}/api/v1/main/flows/web.actions/lost`)).status, { timeout: 20_000 }).toBe(200);
});

test('the chart above the list leads to the executions of a bar', async () => {
  await haveRun('web.actions', 'quick');
  const person = await somebody();
  await person.goTo('/executions?filters[namespace][EQUALS]=web.actions');
  await person.page.getByRole('img', { name: /Executions over time by state/ }).locator('g').last().click();
  await person.page.waitForURL(/startDate/);
});
