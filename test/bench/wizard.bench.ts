/** What the wizard costs in Chromium: first paint of the largest section and a keystroke, beside the same form in SurveyJS. */

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { questionAddress } from '../../renderer/frame/addresses.ts';
import { content } from '../../shared/content/content.ts';
import { columnsOf, type TableId, tables } from '../../shared/content/tables.ts';
import { wordsOf } from '../../shared/content/words.ts';
import { makeChanges } from '../../shared/project/change.ts';
import { fileFormat, fileVersion, writeProjectFile } from '../../shared/project/file.ts';
import { startBuiltHost, temporaryFolder } from '../e2e/helpers/built-host.ts';
import { callFrom } from '../e2e/helpers/calls.ts';
import { launchBrowser, openPage } from '../e2e/helpers/open-page.ts';
import { fullProject, fullProjectEdits, fullSize } from '../helpers/full-project.ts';
import { median, quantile } from '../helpers/median.ts';

export const name = 'wizard';

/** The section with the most to draw: two tables, one of them with 200 sites. */
const largest = 'scope.sites';
const typedInto = 'justification.reason.requirement';
const rounds = 7;

type Typing = { keys: number[]; works: number[]; waits: number[] };
type Figures = Typing & { paint: number[] };

export async function run() {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const ours = await measureOurs(browser);
    const survey = await measureSurvey(page);
    const ratio = (of: (figures: Figures) => number) => of(survey) / of(ours);
    const row = (title: string, unit: string, of: (figures: Figures) => number) => [
      { name: `Onramp: ${title}`, value: of(ours), unit, ratio: 1 },
      { name: `SurveyJS: ${title}`, value: of(survey), unit, ratio: ratio(of) },
    ];
    return {
      title: `Wizard in Chromium: ${content.questions.size} questions, ${fullSize.sites} sites, ${fullSize.circuits} circuits`,
      rows: [
        ...row(`first paint of the section "${largest}"`, 'ms', ({ paint }) => median(paint)),
        ...row('a keystroke, all work of the page until the next, median', 'ms', ({ works }) =>
          median(works),
        ),
        ...row('a keystroke, the same, p95', 'ms', ({ works }) => quantile(works, 0.95)),
        ...row('a keystroke until a message behind it arrives, median', 'ms', ({ keys }) => median(keys)),
        ...row('a keystroke, the same, p95', 'ms', ({ keys }) => quantile(keys, 0.95)),
        ...row('a keystroke until the next frame is painted, median', 'ms', ({ waits }) => median(waits)),
      ],
      notes: [
        'Both hold every question and all rows of the same full project. First paint: from asking for the section until a frame with its last question has been painted.',
        'All work of a keystroke: processor time of the page in handlers, rendering, layout and paint, with all that follows until the next key.',
        'A message behind it: sent with the event, so it arrives when handlers and rendering are done. Chromium may paint first, and waits for the next frame to do so: up to 16.7 ms of idle time are in it.',
        'Ratios are SurveyJS to Onramp.',
        'SurveyJS shows each section as one of its pages, as Onramp does; the 200 sites are a dynamic matrix.',
      ],
    };
  } finally {
    await browser.close();
  }
}

async function measureOurs(browser: Awaited<ReturnType<typeof launchBrowser>>): Promise<Figures> {
  const { folder, remove } = temporaryFolder();
  const host = await startBuiltHost(folder);
  try {
    const { page } = await openPage(browser, host.address);
    const project = (await callFrom(page, 'project.import', { text: projectText() })).id;
    const origin = new URL(host.address).origin;
    const other = `#${questionAddress(project, { question: typedInto })}`;
    const section = content.sections.get(largest);
    const last = section?.questions.at(-1) ?? '';
    const first = section?.questions[0] ?? '';
    await page.goto(`${origin}/${other}`);
    const field = page.locator(`[id="question-${typedInto}"] textarea`);
    await field.waitFor();
    const keys = await measureTyping(page, () => field.click());
    const paint: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      paint.push(
        await timeUntilPainted(
          page,
          `#${questionAddress(project, { question: first })}`,
          `[id="question-${last}"]`,
        ),
      );
      await page.evaluate((address) => {
        location.hash = address;
      }, other);
      await field.waitFor();
    }
    return { paint: paint.slice(1), ...keys };
  } finally {
    await host.stop();
    remove();
  }
}

/** Goes there within the page and waits until a frame that shows the element has been painted. */
function timeUntilPainted(page: Page, hash: string, selector: string): Promise<number> {
  return page.evaluate(
    ([address, wanted]) =>
      new Promise<number>((done) => {
        const start = performance.now();
        location.hash = address ?? '';
        const look = () => {
          if (!document.querySelector(wanted ?? '')) return requestAnimationFrame(look);
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        };
        requestAnimationFrame(look);
      }),
    [hash, selector],
  );
}

async function measureTyping(page: Page, focus: () => Promise<void>): Promise<Typing> {
  await focus();
  await page.evaluate(() => {
    const marks = { keys: [] as number[], waits: [] as number[] };
    Object.assign(window, { marks });
    document.addEventListener(
      'input',
      () => {
        const start = performance.now();
        // A message is delivered after the handlers and the rendering they cause, before the next frame.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => marks.keys.push(performance.now() - start);
        channel.port2.postMessage(null);
        requestAnimationFrame(() => setTimeout(() => marks.waits.push(performance.now() - start)));
      },
      { capture: true },
    );
  });
  const readWork = await workOf(page);
  const works: number[] = [];
  for (const letter of 'The internet path cannot name its carriers, and the clause asks for that. ') {
    const before = await readWork();
    await page.keyboard.press(
      letter === ' ' ? 'Space' : letter === ',' ? 'Comma' : letter === '.' ? 'Period' : letter,
    );
    await page.waitForTimeout(40);
    works.push((await readWork()) - before);
  }
  const marks = await page.evaluate(
    () => (window as unknown as { marks: Pick<Typing, 'keys' | 'waits'> }).marks,
  );
  return { ...marks, works };
}

/** Gives what reads how many milliseconds of processor time the page's main thread has worked so far. */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const work = metrics.find((metric) => metric.name === 'TaskDuration');
    if (work === undefined) throw new Error('Chromium does not say how long its tasks took');
    return work.value * 1000;
  };
}

function projectText(): string {
  const copy = crypto.randomUUID();
  const act = {
    copy,
    author: 'H. Meyer',
    at: Date.now(),
    origin: { kind: 'edit' as const },
    batch: crypto.randomUUID(),
  };
  const changes = makeChanges(
    fullProjectEdits(),
    () => undefined,
    0,
    act,
    () => crypto.randomUUID(),
  );
  return writeProjectFile({
    format: fileFormat,
    version: fileVersion,
    project: { id: crypto.randomUUID(), created: Date.now() },
    changes,
    blobs: {},
  });
}

async function measureSurvey(page: Page): Promise<Figures> {
  const { folder, remove } = temporaryFolder();
  const server = await serveSurvey(folder);
  try {
    const { port } = server.address() as { port: number };
    await page.goto(`http://127.0.0.1:${port}/`);
    const data = surveyData();
    const paint: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      paint.push(
        await page.evaluate(
          ([form, values]) =>
            new Promise<number>((done) => {
              const start = performance.now();
              window.showSurvey(form as object, values as object);
              const look = () => {
                if (!document.querySelector('[data-name="scope.people.teams"]'))
                  return requestAnimationFrame(look);
                requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
              };
              requestAnimationFrame(look);
            }),
          [surveyForm(largest), data],
        ),
      );
    }
    await page.evaluate(
      ([form, values]) => window.showSurvey(form as object, values as object),
      [surveyForm(content.questions.get(typedInto)?.section ?? largest), data],
    );
    const field = page.locator(`[data-name="${typedInto}"] textarea`);
    await field.waitFor();
    return { paint: paint.slice(1), ...(await measureTyping(page, () => field.click())) };
  } finally {
    server.close();
    remove();
  }
}

async function serveSurvey(folder: string): Promise<Server> {
  await build({
    root: join(import.meta.dirname, 'survey'),
    logLevel: 'error',
    configFile: false,
    build: { outDir: folder, emptyOutDir: true },
  });
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://survey').pathname;
    const file = path === '/' ? '/index.html' : path;
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    try {
      response.end(readFileSync(join(folder, file)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

/** A page for each section, the wanted one first: like ours, SurveyJS shows one page at a time. */
function surveyForm(first: string): { pages: { name: string; elements: object[] }[] } {
  const ordered = [first, ...[...content.sections.keys()].filter((id) => id !== first)];
  return {
    pages: ordered.map((id) => ({
      name: id,
      elements: (content.sections.get(id)?.questions ?? []).map(surveyQuestion),
    })),
  };
}

function surveyQuestion(id: string): object {
  const question = content.questions.get(id);
  const words = wordsOf('en').questions[id];
  const common = { name: id, title: words?.prompt ?? id, description: words?.hint ?? '' };
  const choices = (question?.options ?? ['yes', 'no']).map((value) => ({
    value,
    text: words?.options?.[value] ?? value,
  }));
  if (question?.kind === 'table') {
    const table = (question.table ?? 'sites') as TableId;
    const columns = Object.entries(columnsOf(table)).map(([column, { kind, options }]) => ({
      name: column,
      title: wordsOf('en').tables[table]?.columns[column]?.label ?? column,
      ...(options
        ? { cellType: 'dropdown', choices: [...options] }
        : { cellType: 'text', inputType: kind === 'number' ? 'number' : 'text' }),
    }));
    return { ...common, type: 'matrixdynamic', columns, rowCount: fullSize[table] };
  }
  if (question?.kind === 'multiple') return { ...common, type: 'checkbox', choices };
  if (question?.kind === 'single' || question?.kind === 'yesNo')
    return { ...common, type: 'radiogroup', choices };
  return { ...common, type: 'comment' };
}

function surveyData(): Record<string, unknown> {
  const project = fullProject();
  const data: Record<string, unknown> = {};
  for (const question of content.questions.values()) {
    const answer = project.answers[question.id];
    if (question.table && Object.hasOwn(tables, question.table))
      data[question.id] = (project.tables[question.table] ?? []).map((row) => row.cells);
    else if (answer?.state === 'answered') data[question.id] = answer.value;
  }
  return data;
}

if (import.meta.main) console.log(JSON.stringify(await run(), null, 1));
