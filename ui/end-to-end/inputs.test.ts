// The form of a new execution: a field for each type of input, what depends on others, and what is refused.
import { expect, test } from 'vitest';
import { barriers, haveFlow, people, server } from './person';

const someone = people({ language: 'en', theme: 'light' });

const flow = `id: asks
namespace: web.inputs
inputs:
  - {id: text, type: STRING, displayName: A text, description: "Of **letters**", validator: "[a-z]+"}
  - {id: number, type: INT, min: 1, max: 10}
  - {id: ratio, type: FLOAT}
  - {id: sure, type: BOOL, defaults: false}
  - {id: maybe, type: BOOLEAN, required: false}
  - {id: size, type: SELECT, values: [{label: Small, value: s}, {label: Large, value: l}]}
  - {id: way, type: SELECT, isRadio: true, values: [land, sea]}
  - {id: color, type: SELECT, expression: "{{ ['red', 'blue'] }}"}
  - {id: several, type: MULTISELECT, values: [a, b, c]}
  - {id: day, type: DATE}
  - {id: hour, type: TIME}
  - {id: pause, type: DURATION}
  - {id: mail, type: EMAIL}
  - {id: link, type: URI}
  - {id: word, type: SECRET}
  - {id: list, type: ARRAY, itemType: INT, defaults: [1, 2]}
  - id: room
    type: FORM
    inputs:
      - {id: side, type: SELECT, values: [{label: To the left, value: l}, {label: To the right, value: r}]}
  - {id: more, type: BOOL, defaults: false}
  - id: reason
    type: STRING
    dependsOn:
      inputs: [more]
      condition: "{{ inputs.more }}"
tasks:
  - id: tell
    type: io.kestra.plugin.core.debug.Return
    format: "{{ inputs.text }} {{ inputs.number }} {{ inputs.ratio }} {{ inputs.sure }} {{ inputs.size }} {{ inputs.way }} {{ inputs.color }} {{ inputs.several | join('+') }} {{ inputs.day }} {{ inputs.hour }} {{ inputs.pause }} {{ inputs.mail }} {{ inputs.link }} {{ inputs.list | join('+') }} {{ inputs.reason }} {{ inputs.room.side }}"
`;

test('each type of input has a field of its own, and what is given reaches the flow', async () => {
  await haveFlow(flow);
  const { page, goTo, sees } = await someone();
  // links can fill in what they know
  await goTo('/flows/edit/web.inputs/asks/overview?run=true&inputs[text]=Wrong1');
  const form = page.getByRole('dialog');
  const field = (name: string) => form.getByLabel(name, { exact: true });
  const choose = async (name: string, option: string) => {
    await form.getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await sees(/\[a-z\]\+/);
  await form.locator('strong', { hasText: 'letters' }).waitFor();
  await field('A text').fill('abc');
  await field('number').fill('11');
  await sees(/must not be|at most|above|10/);
  await field('number').fill('7');
  await field('ratio').fill('0.5');
  await field('sure').click({ force: true });
  await choose('size', 'Large');
  const sea = form.getByRole('radio', { name: 'sea' });
  await sea.click();
  await expect.poll(() => sea.isChecked()).toBe(true);
  await choose('room.side', 'To the right');
  await choose('color', 'blue');
  await choose('several', 'a');
  await page.getByRole('option', { name: 'c', exact: true }).click();
  await page.keyboard.press('Tab');
  await field('day').fill('2026-03-01');
  await field('hour').fill('10:30:00');
  await form.getByRole('textbox', { name: /pause/ }).last().fill('PT90S');
  await field('mail').fill('ada@example.com');
  await field('link').fill('https://example.com/x');
  await form.locator('input[type="password"]').fill('swordfish');
  expect(await field('reason').count()).toBe(0);
  await field('more').click({ force: true });
  await field('reason').fill('because');
  expect(await barriers(page)).toEqual([]);
  await form.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL(/\/executions\/web\.inputs\/asks\/\w+/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByText('SUCCESS').first().waitFor();
  const execution = (await (await fetch(`${server}/api/v1/main/executions/${id}`)).json()) as { taskRunList: { outputs: { value: string } }[] };
  expect(execution.taskRunList[0]?.outputs.value).toBe('abc 7 0.5 true l sea blue a+c 2026-03-01 10:30:00 PT1M30S ada@example.com https://example.com/x 1+2 because r');
  // a secret is shown nowhere
  await goTo(`/executions/web.inputs/asks/${id}/overview`);
  await sees('ada@example.com');
  expect(await page.getByText('swordfish').count()).toBe(0);
});

test('what is missing is told before anything starts', async () => {
  await haveFlow('id: needs\nnamespace: web.inputs\ninputs:\n  - {id: name, type: STRING}\ntasks:\n  - {id: a, type: io.kestra.plugin.core.log.Log, message: a}\n');
  const { page, goTo, sees } = await someone();
  await goTo('/flows/edit/web.inputs/needs/overview?run=true');
  const form = page.getByRole('dialog');
  await form.getByLabel('name', { exact: true }).waitFor();
  await form.getByRole('button', { name: 'Run', exact: true }).click();
  await sees(/Input 'name' is missing/);
  const found = (await (await fetch(`${server}/api/v1/main/executions/search?namespace=web.inputs&flowId=needs`)).json()) as { total: number };
  expect(found.total).toBe(0);
});

test('a pause asks with the choices that its author wrote', async () => {
  await haveFlow('id: waits\nnamespace: web.inputs\ntasks:\n  - id: ask\n    type: io.kestra.plugin.core.flow.Pause\n    onResume:\n      - {id: answer, type: SELECT, displayName: Your answer, values: [accept, {label: Turn down, value: reject}]}\n  - id: tell\n    type: io.kestra.plugin.core.debug.Return\n    format: "{{ outputs.ask.onResume.answer }}"\n');
  const started = (await (await fetch(`${server}/api/v1/main/executions/web.inputs/waits`, { method: 'POST' })).json()) as { id: string };
  const { page, goTo, presses } = await someone();
  await goTo(`/executions/web.inputs/waits/${started.id}/gantt`);
  await presses('Resume');
  await page.getByRole('combobox', { name: 'Your answer' }).click();
  await page.getByRole('option', { name: 'Turn down' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await expect
    .poll(async () => ((await (await fetch(`${server}/api/v1/main/executions/${started.id}`)).json()) as { taskRunList: { outputs: { value?: string } }[] }).taskRunList.at(-1)?.outputs.value, { timeout: 30_000 })
    .toBe('reject');
});
