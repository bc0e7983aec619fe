/** Makes the projects whose pages are looked at, and shows one page after the other. */
import type { Page } from 'playwright-core';
import { hintIds, hintKey } from '../../../renderer/data/hints.ts';
import { runningWorkshopId, type ShownPage, type ShownProject } from '../pages.ts';
import { callFrom } from './calls.ts';
import { openAgain, settled } from './open-page.ts';

export type ShownProjectIds = Readonly<Record<ShownProject, string>>;

export async function makeShownProjects(page: Page): Promise<ShownProjectIds> {
  const sample = (await callFrom(page, 'project.sample', {})).id;
  const fresh = (await callFrom(page, 'project.create', { name: 'Fabrikam' })).id;
  const questions = [
    'scope.services.used',
    'routing.nat.er-pool',
    'peering.parameters.list',
    'routing.nat.other-services',
  ];
  const agenda = questions.map((question) => ({ question, seconds: 180 }));
  await callFrom(page, 'workshop.start', {
    project: sample,
    id: runningWorkshopId,
    plan: {
      name: 'Design day',
      day: '2026-11-30',
      attendees: [{ name: 'A. Dubois', role: 'Network' }],
      agenda,
    },
  });
  return { sample, fresh, disputed: await makeDisputed(page), missing: crypto.randomUUID() };
}

/** One copy is written on, put aside and taken back, while the other went its own way from the same beginning. */
async function makeDisputed(page: Page): Promise<string> {
  const project = (await callFrom(page, 'project.create', { name: 'Northwind' })).id;
  const beginning = (await callFrom(page, 'project.export', { project })).text;
  const note = (text: string) =>
    callFrom(page, 'answer.note', { project, question: 'routing.nat.er-pool', note: text });
  await note('The provider confirmed 203.0.113.0/27.');
  const other = (await callFrom(page, 'project.export', { project })).text;
  await callFrom(page, 'project.delete', { project });
  await callFrom(page, 'project.purge', { project });
  await callFrom(page, 'project.import', { text: beginning });
  await note('The pool is still being asked for.');
  await callFrom(page, 'project.import', { text: other });
  return project;
}

/** What a browser remembers that has shown all hints. */
export const hintsSeen = Object.fromEntries(hintIds.map((id) => [hintKey(id), 'seen']));

/** Shows a page as whoever comes to it for the first time sees it, and waits until it stands. */
export async function showPage(
  page: Page,
  ids: ShownProjectIds | undefined,
  shown: ShownPage,
): Promise<void> {
  // By way of one that has nothing of another, so that nothing of the page before is taken for this one, or kept by it.
  for (const address of ['/nothing', addressOf(ids, shown)])
    await page.evaluate(
      ([hash, stored]) =>
        new Promise<void>((isNew) => {
          const before = document.querySelector('h1');
          localStorage.clear();
          for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
          location.hash = hash;
          const look = () =>
            [null, before].includes(document.querySelector('h1')) ? requestAnimationFrame(look) : isNew();
          requestAnimationFrame(look);
        }),
      [address, shown.chosen ?? {}] as const,
    );
  await settled(page);
}

/** The same in a document of its own, which takes several times as long. */
export async function openShown(
  page: Page,
  ids: ShownProjectIds | undefined,
  shown: ShownPage,
): Promise<void> {
  await page.evaluate((stored) => {
    localStorage.clear();
    for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
  }, shown.chosen ?? {});
  await openAgain(page, addressOf(ids, shown));
}

const addressOf = (ids: ShownProjectIds | undefined, { address, of = 'sample' }: ShownPage): string =>
  address(ids?.[of] ?? '');
