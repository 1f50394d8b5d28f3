// What an editor of flows offers, tells and marks while somebody writes.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { people } from './person';

const writer = people({ language: 'en', theme: 'light', editorPanel: 'documentation' });

const head = 'id: offers\nnamespace: web.completion\ninputs:\n  - id: customer\n    type: STRING\nvariables:\n  region: north\n';
const tasks = 'tasks:\n  - id: fetch_orders\n    type: io.kestra.plugin.core.http.Request\n    uri: https://example.com\n  - id: tell\n';

/** Opens a new flow with a text, and goes to its end. */
async function writing(text: string): Promise<Page> {
  const { page, goTo, write } = await writer();
  await goTo('/flows/new');
  await write(text);
  await page.keyboard.press('Control+End');
  return page;
}

/** Asks for what can stand here until it is offered: schema and words of the server come a moment after the editor. */
async function offers(page: Page, name: string | RegExp): Promise<void> {
  const list = page.locator('.suggest-widget .monaco-list-row').filter({ hasText: name }).first();
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+Space');
        return list.waitFor({ timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 40_000 },
    )
    .toBe(true);
}

/** Writes on without taking what is offered. */
async function goesOn(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.insertText(text);
}

test('types are offered by any part of their names', async () => {
  const page = await writing(`${head}${tasks}    type: core.log`);
  await offers(page, 'io.kestra.plugin.core.log.Log');
  await page.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'io.kestra.plugin.core.log.Log' }).first().click();
  await page.locator('.view-line', { hasText: 'type: io.kestra.plugin.core.log.Log' }).waitFor();
});

test('properties of the task are offered, and values where there is a choice', async () => {
  const page = await writing(`${head}${tasks}    type: io.kestra.plugin.core.log.Log\n    `);
  await offers(page, /^message/);
  await goesOn(page, 'level: ');
  await offers(page, 'WARN');
});

test('expressions know inputs, variables, ids of tasks and filters', async () => {
  const page = await writing(`${head}${tasks}    type: io.kestra.plugin.core.log.Log\n    message: "{{ "`);
  await page.keyboard.press('ArrowLeft');
  await offers(page, 'inputs.customer');
  await goesOn(page, 'vars.');
  await offers(page, 'vars.region');
  await goesOn(page, 'region ~ outputs.');
  await offers(page, 'outputs.fetch_orders.body');
  await goesOn(page, 'fetch_orders.body | up');
  await offers(page, 'upper');
});

test('a word tells what it means when it is pointed at', async () => {
  const page = await writing(`${head}${tasks}    type: io.kestra.plugin.core.log.Log\n    message: hello\n`);
  const word = page.locator('.view-line', { hasText: 'message: hello' }).getByText('message');
  await expect
    .poll(
      async () => {
        await page.mouse.move(0, 0);
        await word.hover();
        return page
          .locator('.monaco-hover:visible')
          .filter({ hasText: /\w{4,}/ })
          .first()
          .waitFor({ timeout: 2_000 })
          .then(
            () => true,
            () => false,
          );
      },
      { timeout: 40_000 },
    )
    .toBe(true);
});

test('what the server finds wrong is underlined, and tells why', async () => {
  const page = await writing(`${head}${tasks}    type: io.kestra.plugin.core.log.Log\n    message: "{{ outputs.nobody.value }}"\n    colour: red\n`);
  await page.locator('.squiggly-error').first().waitFor();
  await page.getByRole('button', { name: /error/ }).click();
  await page.getByRole('listitem').filter({ hasText: 'colour' }).waitFor();
});
