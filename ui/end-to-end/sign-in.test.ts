// A server that is given its first user in the browser, and asks who is there from then on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, people, settled } from './person';
import { openServer, type OpenedServer } from './server';

const somebody = people({ language: 'en', theme: 'light' });
let own: OpenedServer;

beforeAll(async () => {
  own = await openServer();
});
afterAll(() => own.close());

test('the first user is set up, signs out, is asked for the password, and is asked again when the session ends', async () => {
  const { page, goTo, sees, presses } = await somebody();
  await goTo(own.setUp);
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByLabel(/^Password \*|^Password$/).fill('secret');
  await page.getByLabel(/^Password, once more/).fill('Secret!1');
  await presses('Set up');
  await sees('The two passwords differ.');
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel(/^Password \*|^Password$/).fill('Secret!1');
  await presses('Set up');
  await sees('From now on one has to sign in');
  await page.waitForURL((url) => !url.pathname.includes('setup'));
  expect((await fetch(`${own.url}/api/v1/main/flows/search`)).status).toBe(401);

  await goTo(`${own.url}/ui/main/flows`);
  await settled(page);
  await presses('Sign out');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await barriers(page)).toEqual([]);

  await page.getByLabel('Name').fill('ada@example.org');
  await page.getByLabel(/^Password/).first().fill('guess');
  await presses('Sign in');
  await sees('Name or password are wrong.');
  await page.getByLabel(/^Password/).first().fill('Secret!1');
  await presses('Sign in');
  await page.locator('h1', { hasText: 'Flows' }).waitFor();

  await page.context().clearCookies();
  await page.getByRole('link', { name: 'Executions' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();

  await page.getByLabel('Name').fill('ada@example.org');
  await page.getByLabel(/^Password/).first().fill('Secret!1');
  await presses('Sign in');
  await page.locator('h1', { hasText: 'Executions' }).waitFor();

  await goTo(`${own.url}/ui/main/setup`);
  await sees('There is a user already');
});
