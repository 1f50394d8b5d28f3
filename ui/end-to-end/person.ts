// A person before a browser, and what they can do with the application.
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const server = inject('server');

export interface Person {
  page: Page;
  /** Goes to a page of the application, `/flows`, or to a whole address. */
  goTo(path: string): Promise<void>;
  /** Replaces what stands in the editor. */
  write(source: string): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  presses(name: string | RegExp): Promise<void>;
}

/** Gives each test of a file its own person; what the browser complains about fails the test. */
export function people(settings: Record<string, unknown> = {}): () => Promise<Person> {
  let browser: Browser;
  let complaints: string[] = [];
  const pages: Page[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()));
    const told = complaints;
    complaints = [];
    expect(told).toEqual([]);
  });
  return async () => {
    const context = await browser.newContext({ viewport: { width: 1360, height: 820 }, locale: 'en-GB', acceptDownloads: true });
    await context.addInitScript((kept) => {
      if (!localStorage.getItem('legato.settings')) localStorage.setItem('legato.settings', JSON.stringify(kept));
    }, settings);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    pages.push(page);
    // the editor says so when it is left while it works on something
    page.on('pageerror', (error) => error.message !== 'Canceled' && complaints.push(error.message));
    page.on('console', (message) => {
      // answers such as 404 are told by the application itself
      if (message.type() === 'error' && !message.text().includes('Failed to load resource')) complaints.push(message.text());
    });
    return {
      page,
      goTo: async (path) => void (await page.goto(path.startsWith('http') ? path : `${server}/ui/main${path}`)),
      write: (source) => write(page, source),
      sees: (text) => page.getByText(text).first().waitFor(),
      presses: (name) => page.getByRole('button', { name, exact: typeof name === 'string' }).first().click(),
    };
  };
}

async function write(page: Page, source: string) {
  const editor: Locator = page.locator('.monaco-editor').first();
  await editor.locator('.view-line').first().waitFor();
  await editor.click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  // pasted, not typed: an editor indents what is typed
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, source);
}

/** Saves a flow by the API, for tests that are not about writing one. */
export async function haveFlow(source: string): Promise<void> {
  const id = /^id: (.+)$/m.exec(source)?.[1];
  const namespace = /^namespace: (.+)$/m.exec(source)?.[1];
  const headers = { 'Content-Type': 'application/x-yaml' };
  const saved = await fetch(`${server}/api/v1/main/flows`, { method: 'POST', headers, body: source });
  if (saved.status === 422) await fetch(`${server}/api/v1/main/flows/${namespace}/${id}`, { method: 'PUT', headers, body: source });
  else expect(saved.status, await saved.text()).toBe(200);
}

/** Starts a flow by the API. */
export async function haveStarted(namespace: string, id: string, search = ''): Promise<string> {
  const answer = await fetch(`${server}/api/v1/main/executions/${namespace}/${id}${search}`, { method: 'POST' });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

/** Waits until a page shows what it has to show. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  // what is loaded may ask for more: nothing loads in several frames after each other
  await page.evaluate(async () => {
    const loading = () => document.querySelector('.mantine-Loader-root, [aria-busy="true"]') !== null;
    const end = performance.now() + 15_000;
    for (let quiet = 0; quiet < 12 && performance.now() < end; quiet = loading() ? 0 : quiet + 1) await new Promise(requestAnimationFrame);
  });
}

/** Runs a flow by the API and waits for its end. */
export async function haveRun(namespace: string, id: string, inputs: Record<string, string> = {}): Promise<string> {
  const form = new FormData();
  Object.entries(inputs).forEach(([name, value]) => form.append(name, value));
  const answer = await fetch(`${server}/api/v1/main/executions/${namespace}/${id}?wait=true`, { method: 'POST', body: form });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

/** What a person with another way of seeing or pointing would stumble over, serious or worse. */
export async function barriers(page: Page): Promise<string[]> {
  // Monaco's hidden text field is not ours to change
  const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
}
