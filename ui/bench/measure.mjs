/* global window, document, performance, requestAnimationFrame, setTimeout, localStorage, MutationObserver, PerformanceObserver -- what runs in the page */
// How fast the page of an execution is: npm run bench -- http://localhost:8080
// Makes executions of 10,000 and 100,000 task runs on that server and looks at them in a browser.
import { chromium } from 'playwright-core';

const server = process.argv[2] ?? 'http://localhost:8080';
const api = `${server}/api/v1/main`;
const namespace = 'bench.web';
const WATCHED = 20;

const wide = (id, values) => `id: ${id}
namespace: ${namespace}
tasks:
  - id: each
    type: io.kestra.plugin.core.flow.ForEach
    values: "{{ range(1, ${values}) }}"
    concurrencyLimit: 0
    tasks:
      - id: log
        type: io.kestra.plugin.core.log.Log
        message: "row {{ taskrun.value }}"
`;
const waiting = `id: waiting
namespace: ${namespace}
tasks:
  - id: wait
    type: io.kestra.plugin.core.flow.Pause
  - id: after
    type: io.kestra.plugin.core.debug.Return
    format: done
`;

async function save(source) {
  const id = /^id: (.+)$/m.exec(source)[1];
  const request = { body: source, headers: { 'Content-Type': 'application/x-yaml' } };
  const created = await fetch(`${api}/flows`, { method: 'POST', ...request });
  if (!created.ok) await fetch(`${api}/flows/${namespace}/${id}`, { method: 'PUT', ...request });
}

async function run(id, wait) {
  const started = await fetch(`${api}/executions/${namespace}/${id}${wait ? '?wait=true' : ''}`, { method: 'POST' });
  if (!started.ok) throw new Error(await started.text());
  return (await started.json()).id;
}

const pageOf = (flow, id, tab) => `${server}/ui/main/executions/${namespace}/${flow}/${id}/${tab}`;
const part = (values, share) => [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))];
const tell = (name, values, unit = 'ms') =>
  console.log(`${name}: p50 ${part(values, 0.5).toFixed(0)}, p95 ${part(values, 0.95).toFixed(0)}, max ${Math.max(...values).toFixed(0)} ${unit} (${values.length})`);

/** The time from each press of a key or button to the next frame, as the browser tells it. */
async function interactions(page, id) {
  await page.goto(pageOf('wide', id, 'gantt'));
  await page.getByRole('row').nth(3).or(page.getByText('each')).first().waitFor();
  await page.evaluate(() => {
    window.paints = [];
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.interactionId && window.paints.push([entry.duration, entry.name]))).observe({ type: 'event', durationThreshold: 16, buffered: false });
  });
  const steps = {
    'open all groups': () => page.getByRole('button', { name: 'Open all' }).click(),
    'show a task run': () => page.getByRole('button', { name: /^log \[/ }).nth(3).click(),
    'close it': () => page.keyboard.press('Escape'),
    'close all groups': () => page.getByRole('button', { name: 'Close all' }).click(),
    'to the overview': () => page.getByRole('link', { name: 'Overview' }).click(),
    'to the topology': () => page.getByRole('link', { name: 'Topology' }).click(),
    'to the outputs': () => page.getByRole('link', { name: 'Outputs' }).click(),
    'to the logs': () => page.getByRole('link', { name: 'Logs' }).last().click(),
    'type into the search of the log': () => page.getByRole('textbox', { name: 'Search…' }).pressSequentially('row 77', { delay: 60 }),
    'to the Gantt': () => page.getByRole('link', { name: 'Gantt' }).click(),
  };
  for (const [name, step] of Object.entries(steps)) {
    await page.evaluate(() => (window.paints = []));
    await step();
    await page.waitForTimeout(1_200);
    const longest = await page.evaluate(() => Math.max(16, ...window.paints.map(([length]) => length)));
    console.log(`  ${name}: ${longest} ms`);
  }
}

/** The time from the commit of a state to the frame that shows it. */
async function liveness(page) {
  const late = [];
  for (let round = 0; round < WATCHED; round++) {
    const id = await run('waiting', false);
    await page.goto(pageOf('waiting', id, 'overview'));
    await page.locator('h1').getByText('PAUSED').waitFor();
    await page.evaluate(() => {
      window.seen = undefined;
      const title = document.querySelector('h1');
      new MutationObserver(() => {
        if (window.seen || !title.textContent.includes('SUCCESS')) return;
        // behind the frame that shows it
        requestAnimationFrame(() => setTimeout(() => (window.seen = Date.now())));
      }).observe(title, { subtree: true, childList: true, characterData: true });
    });
    await fetch(`${api}/executions/${id}/resume`, { method: 'POST' });
    await page.waitForFunction(() => window.seen);
    const execution = await (await fetch(`${api}/executions/${id}`)).json();
    late.push((await page.evaluate(() => window.seen)) - new Date(execution.state.histories.at(-1).date).getTime());
  }
  tell('a state on screen after its commit', late);
}

/** Times between frames while the Gantt chart is scrolled. */
async function scrolling(page, id) {
  const began = Date.now();
  await page.goto(pageOf('widest', id, 'gantt'));
  await page.getByRole('button', { name: 'Open all' }).click({ timeout: 120_000 });
  await page.getByRole('row').nth(5).waitFor();
  console.log(`  all rows there after ${Date.now() - began} ms`);
  const box = await page.getByRole('table', { name: 'Gantt' }).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => {
    window.frames = [];
    let last = performance.now();
    const frame = (now) => {
      window.frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  for (let step = 0; step < 120; step++) {
    await page.mouse.wheel(0, step % 40 === 39 ? 500_000 : 600);
    await page.waitForTimeout(16);
  }
  const frames = await page.evaluate(() => window.frames.slice(2));
  tell('a frame while scrolling through 100,000 task runs', frames);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ viewport: { width: 1360, height: 820 }, locale: 'en-GB' });
await context.addInitScript(() => localStorage.setItem('legato.settings', JSON.stringify({ language: 'en', theme: 'light', logLevel: 'INFO' })));
const page = await context.newPage();
page.setDefaultTimeout(120_000);
await save(waiting);
await save(wide('wide', 10_000));
await save(wide('widest', 100_000));
await liveness(page);
console.log('from an interaction to the next frame, with 10,000 task runs:');
await interactions(page, await run('wide', true));
console.log('100,000 task runs:');
await scrolling(page, await run('widest', true));
await browser.close();
