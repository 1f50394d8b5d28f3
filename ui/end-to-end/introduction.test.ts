// The first hour of a person with Legato.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { haveFlow, people, server } from './person';

const somebody = people();

const hello = (rest: string) => `id: hello-world
namespace: fr.loicmathieu.example
${rest}
tasks:
  - id: hello
    type: io.kestra.core.tasks.debugs.Echo
    format: "Hello {{ inputs.name ?? 'World' }}"
`;

test('somebody writes hello-world, gives it an input, runs it with a value and reads the log', async () => {
  const { page, goTo, write, sees, presses } = await somebody();
  await goTo('/flows/new');
  await write(hello(''));
  await presses('Save');
  await sees('Saved as revision 1');
  await page.waitForURL('**/flows/edit/fr.loicmathieu.example/hello-world/edit');
  await page.getByRole('link', { name: 'Revisions' }).waitFor();

  await write(hello('\ninputs:\n  - type: STRING\n    name: name\n'));
  await presses('Save');
  await sees('Saved as revision 2');

  await presses('Run');
  await page.getByRole('textbox', { name: 'name' }).fill('Ada');
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL('**/executions/fr.loicmathieu.example/hello-world/*');
  await sees('SUCCESS');

  await page.getByRole('link', { name: 'Logs' }).last().click();
  await sees('Hello Ada');
});

test('a mistake is told while it is written, with its line', async () => {
  const { page, goTo, write, sees } = await somebody();
  await goTo('/flows/new');
  await write('id: typo\nnamespace: demo\ntasks:\n  - id: hello\n    type: io.kestra.plugin.core.log.Log\n    mesage: hi\n');
  await sees(/\d errors?/);
  await page.getByRole('button', { name: /error/ }).click();
  await sees(/Did you mean 'message'/);
  await sees('(line 6)');
});

test('a flow takes an uploaded CSV file, and its rows are shown', async () => {
  await haveFlow(`id: beers
namespace: web.files
inputs:
  - type: FILE
    name: beers
tasks:
  - id: rows
    type: io.kestra.plugin.serdes.csv.CsvReader
    from: "{{ inputs.beers }}"
    fieldSeparator: ","
`);
  const { page, goTo, sees, presses } = await somebody();
  await goTo('/flows/edit/web.files/beers/overview?run=true');
  await page.locator('input[type=file]').setInputFiles({ name: 'beers.csv', mimeType: 'text/csv', buffer: Buffer.from('name,degree\nOrval,6.2\nChimay,9\n') });
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL('**/executions/web.files/beers/*');
  await sees('SUCCESS');
  await page.getByRole('link', { name: 'Outputs' }).click();
  await presses('Preview');
  await page.getByRole('cell', { name: 'Chimay' }).waitFor();
});

test('each round of a loop shows its outputs, and its CSV file is downloaded', async () => {
  await haveFlow(`id: loop
namespace: web.loops
tasks:
  - id: each
    type: io.kestra.core.tasks.flows.EachSequential
    value: '["fr", "en", "de"]'
    tasks:
      - id: file
        type: io.kestra.plugin.core.storage.Write
        content: |
          page,views
          {{ taskrun.value }},42
        extension: .csv
`);
  const { page, goTo, sees, presses } = await somebody();
  await goTo('/flows/edit/web.loops/loop/overview?run=true');
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL('**/executions/web.loops/loop/*');
  await sees('SUCCESS');
  await sees('file [de]');
  await page.getByRole('link', { name: 'Outputs' }).click();
  await page.getByRole('button', { name: 'file [en]' }).click();
  const downloading = page.waitForEvent('download');
  await presses('Download');
  expect(readFileSync(await (await downloading).path(), 'utf8')).toBe('page,views\nen,42\n');
});

test('a schedule starts a flow, and the list of executions shows it', async () => {
  await haveFlow(`id: every-second
namespace: web.schedules
tasks:
  - id: tick
    type: io.kestra.plugin.core.log.Log
    message: tick
triggers:
  - id: second
    type: io.kestra.plugin.core.trigger.Schedule
    cron: "* * * * * *"
    withSeconds: true
`);
  const { page, goTo, sees, presses } = await somebody();
  await goTo('/flows/edit/web.schedules/every-second/triggers');
  await sees('Schedule');
  await expect.poll(async () => ((await (await fetch(`${server}/api/v1/main/executions/search?namespace=web.schedules`)).json()) as { total: number }).total, { timeout: 15_000 }).toBeGreaterThan(0);
  await page.getByRole('switch', { name: /second/ }).click({ force: true });
  await goTo('/executions?filters[namespace][PREFIX]=web.schedules');
  await page.getByRole('cell', { name: 'second', exact: true }).first().waitFor();
  await presses('Refresh');
  await sees('SUCCESS');
});

test('a Python script runs, and what it hands on is shown', async () => {
  await haveFlow(readFileSync(new URL('../../examples/script-python.yaml', import.meta.url), 'utf8'));
  const { page, goTo, sees } = await somebody();
  await goTo('/flows/edit/examples/script-python/overview?run=true');
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL('**/executions/examples/script-python/*');
  await sees('SUCCESS');
  await page.getByRole('link', { name: 'Logs' }).last().click();
  await sees('the tenth is 55');
});
