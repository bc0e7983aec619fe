/** The plan says what the project says, for whom it is meant, and nothing that is hidden. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { content } from '../../../shared/content/content.ts';
import { builtInReference } from '../../../shared/content/reference.ts';
import { originName } from '../../../shared/document/anchors.ts';
import type { Audience, PlanDocument } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import type { PlanInput } from '../../../shared/document/context.ts';
import { homeOfSection } from '../../../shared/document/part-findings.ts';
import { partIds, partsFor } from '../../../shared/document/part-ids.ts';
import { textOf } from '../../../shared/document/runs.ts';
import type { Comparison } from '../../../shared/progress/compare.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { fullProject } from '../../helpers/full-project.ts';
import { randomAnswers } from '../../helpers/random-answers.ts';
import { blocksOf, sectionsOf, targetsOf, writtenTexts } from './plan-walk.ts';
import { earlierSample, emptyView, sampleView, today, viewOf } from './projects.ts';

function plan(
  view: ProjectView,
  audience: Audience = 'engineer',
  more: Partial<PlanInput> = {},
): PlanDocument {
  return buildPlan({ view, today, audience, reference: builtInReference, ...more });
}

const fullView = viewOf(fullProject());

/** What has to hold for every plan, whatever the project. */
function expectSound(document: PlanDocument, view: ProjectView): void {
  const findings = new Set(view.assessment.findings.map((finding) => finding.id));
  const parts = new Set(document.parts.map((part) => part.id));
  for (const target of targetsOf(document)) {
    if (target.kind === 'question') expect(view.assessment.visible, target.id).toContain(target.id);
    if (target.kind === 'finding') expect(findings.has(target.id), target.id).toBe(true);
    if (target.kind === 'part') expect(parts.has(target.id), target.id).toBe(true);
  }
  for (const text of writtenTexts(document)) {
    expect(text).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
  }
  const ids = sectionsOf(document).map((section) => section.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const section of sectionsOf(document))
    expect(section.blocks.length + (section.sections?.length ?? 0), section.id).toBeGreaterThan(0);
  for (const part of document.parts)
    expect(part.blocks.length + part.sections.length, part.id).toBeGreaterThan(0);
  for (const block of blocksOf(document)) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) expect(row.length, block.caption).toBe(block.columns.length);
    expect(block.rows.length).toBeGreaterThan(0);
  }
}

describe('the plan', () => {
  test.each([
    ['sample', sampleView],
    ['empty', emptyView],
    ['full', fullView],
  ] as const)(
    'of the %s project has every part, and every part stands on questions that are asked',
    (_name, view) => {
      const document = plan(view);
      expect(document.parts.map((part) => part.id)).toEqual(partIds);
      expectSound(document, view);
      expectSound(plan(view, 'sponsor'), view);
    },
  );

  test('of any project is built without trouble', () => {
    fc.assert(
      fc.property(randomAnswers(), (state) => {
        const view = viewOf(state);
        expectSound(plan(view), view);
        expectSound(plan(view, 'sponsor'), view);
      }),
      { numRuns: 30 },
    );
  });

  test('for a sponsor is a short choice of the engineer’s parts', () => {
    const sponsor = plan(sampleView, 'sponsor');
    const engineer = plan(sampleView);
    expect(partsFor('sponsor')).toEqual(['summary', 'decision', 'architecture', 'actions']);
    expect(sponsor.parts.map((part) => part.id)).toEqual([...partsFor('sponsor'), 'origins']);
    const length = (document: PlanDocument) => writtenTexts(document).join(' ').length;
    expect(length(sponsor)).toBeLessThan(14_000);
    expect(length(sponsor)).toBeLessThan(length(engineer) / 5);
    expect(sponsor.leftOut.join(' ')).toContain('Peering plan');
  });

  test('for a sponsor counts what its statements rest on, and lists it once at the end', () => {
    const sponsor = plan(sampleView, 'sponsor');
    const last = sponsor.parts.at(-1);
    const [, list] = last?.blocks ?? [];
    const listed = list?.kind === 'list' ? list.items.map((item) => item.text[0]?.anchor) : [];
    expect(listed.length).toBeGreaterThan(10);
    const origins = blocksOf(sponsor).flatMap((block) => [
      ...(block.from ?? []),
      ...(block.kind === 'list' ? block.items.flatMap((item) => item.from ?? []) : []),
    ]);
    for (const origin of origins) {
      const number = 'name' in origin ? Number(origin.name) : 0;
      expect(listed[number - 1], JSON.stringify(origin)).toEqual(origin);
    }
    expect(new Set(origins.map((origin) => JSON.stringify(origin))).size).toBe(listed.length);
  });

  test('for an engineer names what statements rest on by the numbers that the appendix and the findings give', () => {
    const engineer = plan(sampleView, 'engineer');
    const written = writtenTexts(engineer);
    const origins = blocksOf(engineer).flatMap((block) => block.from ?? []);
    expect(origins.length).toBeGreaterThan(50);
    for (const origin of origins) {
      if (origin.kind !== 'question' && origin.kind !== 'finding') continue;
      expect(origin.name, JSON.stringify(origin)).toMatch(origin.kind === 'question' ? /^Q\d+$/ : /^F\d+$/);
      expect(written.some((text) => text.startsWith(`${origin.name} `))).toBe(true);
    }
    // Without the appendix a number would lead nowhere: the section is named instead, once.
    const alone = plan(sampleView, 'engineer', { parts: ['peering'] });
    const names = blocksOf(alone).flatMap(({ from = [] }) => {
      const here = from.map(originName);
      expect(new Set(here).size).toBe(here.length);
      return here;
    });
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(name).not.toMatch(/^(?:Q\d+|[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/);
  });

  test('puts parts of a few lines below the part before them, and never the first', () => {
    const { parts } = plan(emptyView, 'engineer');
    expect(parts[0]?.follows).toBeUndefined();
    expect(parts.find(({ id }) => id === 'changes')?.follows).toBe(true);
    expect(parts.find(({ id }) => id === 'answers')?.follows).toBeUndefined();
    expect(plan(emptyView, 'sponsor').parts.some(({ follows }) => follows)).toBe(false);
  });

  test('names a part that a statement rests on by its title, and no more where that was left out', () => {
    const names = (document: PlanDocument) =>
      blocksOf(document).flatMap(({ from = [] }) =>
        from.filter(({ kind }) => kind === 'part').map(originName),
      );
    expect(names(plan(sampleView))).toContain('Risks, assumptions and open questions');
    expect(names(plan(sampleView, 'engineer', { parts: ['summary', 'scope'] }))).toEqual([]);
  });

  test('says once of a section who confirmed its answers, and of an answer only what differs from that', () => {
    const questions = content.sections.get('justification.performance')?.questions ?? [];
    const asked = questions.filter((id) => sampleView.assessment.visible.includes(id));
    const [open = '', other = '', ...rest] = asked;
    const { [open]: _, ...reviews } = sampleView.reviews;
    const at = reviews[other]?.at ?? 0;
    const changed = { ...sampleView, reviews: { ...reviews, [other]: { by: 'K. Novak', at } } };
    const section = sectionsOf(plan(changed)).find(({ id }) => id === 'answers.justification.performance');
    const [said, pairs] = section?.blocks ?? [];
    const usual = said?.kind === 'paragraph' ? textOf(said.text) : '';
    expect(usual).toMatch(/^Confirmed by H. Meyer, [-\d]+, unless/);
    const notes = pairs?.kind === 'pairs' ? pairs.pairs.map(({ note }) => textOf(note ?? [])) : [];
    expect(notes).toHaveLength(asked.length);
    expect(notes[0]).toMatch(/^Confirmed by nobody/);
    expect(notes[1]).toMatch(/^Confirmed by K. Novak, /);
    expect(rest.length).toBeGreaterThan(2);
    expect(notes.slice(2).join()).not.toContain('Confirmed by');
  });

  test('for a sponsor says the verdict once, and again where its summary was left out', () => {
    const verdicts = (document: PlanDocument) =>
      blocksOf(document).filter((block) => block.kind === 'callout' && block.label !== undefined).length;
    expect(verdicts(plan(sampleView, 'sponsor'))).toBe(1);
    expect(verdicts(plan(sampleView, 'sponsor', { parts: ['decision'] }))).toBe(1);
  });

  test('for a sponsor with many circuits tells of the dearer ones only, and leaves the list to the picture', () => {
    const texts = writtenTexts(plan(fullView, 'sponsor')).filter((text) => text.includes('is cheaper from'));
    expect(texts.length).toBeLessThan(Object.keys(fullView.tables.prices ?? {}).length / 2 + 1);
    for (const text of texts) {
      const [, name = ''] = /^(.*?): unlimited/.exec(text) ?? [];
      const [, cheaper = ''] = /GB, (metered|unlimited) saves/.exec(text) ?? [];
      const table = blocksOf(plan(fullView, 'sponsor')).find(
        (block) => block.kind === 'table' && block.caption.startsWith('Cost'),
      );
      const rows =
        table?.kind === 'table' ? table.rows.map((row) => row.map((one) => one.text[0]?.text)) : [];
      const billed = rows.find(([circuit]) => circuit === name)?.[2]?.toLowerCase();
      expect(billed).not.toBe(cheaper);
    }
    expect(writtenTexts(plan(sampleView, 'sponsor')).some((text) => /is cheaper from/.test(text))).toBe(true);
  });

  test('leaves out the parts that were not chosen, and says so', () => {
    const document = plan(sampleView, 'engineer', { parts: ['summary', 'peering', 'no such part'] });
    expect(document.parts.map((part) => part.id)).toEqual(['summary', 'peering']);
    expect(document.leftOut[0]).toContain('Routing plan');
    expectSound(document, sampleView);
  });

  test('of an empty project says in one line what is not yet answered', () => {
    const document = plan(emptyView);
    const routing = document.parts.find((part) => part.id === 'routing');
    const symmetry = routing?.sections.find((section) => section.id === 'routing.symmetry');
    expect(symmetry?.blocks.some((block) => block.kind === 'open')).toBe(true);
    const open = blocksOf(document).filter((block) => block.kind === 'open');
    expect(open.length).toBeGreaterThan(20);
    for (const block of open)
      expect(block.kind === 'open' && block.text[0]?.text).toMatch(/^Not yet answered/);
  });

  test('never shows an answer to a question that is hidden', () => {
    const secret = 'Zanzibar clause';
    const state = { ...sampleView, answers: { ...sampleView.answers }, notes: { ...sampleView.notes } };
    const hidden = [...content.questions.values()].filter(
      (question) => question.kind === 'text' && !sampleView.assessment.visible.includes(question.id),
    );
    expect(hidden.length).toBeGreaterThan(0);
    for (const { id } of hidden) {
      state.answers[id] = { state: 'answered', value: secret };
      state.notes[id] = secret;
    }
    const view = viewOf(state);
    expect(hidden.every(({ id }) => !view.assessment.visible.includes(id))).toBe(true);
    expect(
      writtenTexts(plan(view, 'engineer', { before: earlierSample(60, view) })).join('\n'),
    ).not.toContain(secret);
  });

  test('carries people’s text as it was written', () => {
    const nasty = '<script>{{x}} $x^2$ ]]> =1+1 \u202eabc {percent}';
    const view = viewOf({ ...sampleView, customer: nasty, notes: { 'scope.services.used': nasty } });
    const document = plan(view);
    expect(document.customer).toBe(nasty);
    expect(writtenTexts(document).some((text) => text.includes(nasty))).toBe(true);
  });

  test('tells what changed since a milestone', () => {
    const document = plan(sampleView, 'engineer', { before: earlierSample(60) });
    const changes = document.parts.find((part) => part.id === 'changes');
    const text = writtenTexts({ ...document, parts: changes ? [changes] : [] }).join('\n');
    expect(text).toContain('Design freeze');
    expect(text).toContain('What do the ARP tables of both links show?');
    expect(text).toContain('Address pools');
    expectSound(document, sampleView);
  });

  test('tells who changed what and when, by day and person, and once where it was one', () => {
    const at = Date.UTC(2026, 10, 20, 12);
    const by = (author: string, days = 0) => ({
      author,
      at: at - days * 86_400_000,
      origin: { kind: 'edit' as const },
    });
    const whole = earlierSample(60).comparison();
    const signed = (others: Comparison['others']): Comparison => ({
      ...whole,
      answers: whole.answers.slice(0, 2).map((one) => ({ ...one, by: by('A. Dubois') })),
      items: [],
      tables: [],
      actions: { added: [], done: [], slipped: [] },
      others,
    });
    const decision = { what: 'Two carriers', who: 'P. Silva' };
    const told = (others: Comparison['others']) => {
      const before = { name: 'Freeze', at: 0, comparison: () => signed(others) };
      const part = plan(sampleView, 'engineer', { before }).parts.find(({ id }) => id === 'changes');
      const tables = (part ? [...part.blocks, ...part.sections.flatMap(({ blocks }) => blocks)] : []).flatMap(
        (block) => (block.kind === 'table' ? [block] : []),
      );
      const rows = tables.map(({ caption, rows: all }) => ({
        caption,
        rows: all.map((row) => row.map(({ text }) => textOf(text)).join(' | ')),
      }));
      return { rows, blocks: part?.blocks ?? [] };
    };
    const several = told([
      { path: 'decision/d1', before: null, after: decision, by: by('P. Silva', 3) },
      { path: 'parking/p1', before: { text: 'IPv6?' }, after: null, by: by('', 3) },
    ]).rows;
    expect(several.find(({ caption }) => caption === 'Who, and when')?.rows).toEqual([
      '2026-11-20 | A. Dubois | answers: 2',
      '2026-11-17 | somebody without a name | decisions, notes and more: 1',
      '2026-11-17 | P. Silva | decisions, notes and more: 1',
    ]);
    expect(several.find(({ caption }) => caption === 'Answers')?.rows[0]).toMatch(
      /\| A\. Dubois, 2026-11-20$/,
    );
    expect(several.find(({ caption }) => caption === 'Decisions, notes and more')?.rows).toEqual([
      'Decision: Two carriers | – | Who: P. Silva | P. Silva, 2026-11-17',
      'Parking lot: IPv6? | – | gone | somebody without a name, 2026-11-17',
    ]);
    const one = told([]);
    expect(JSON.stringify(one.blocks)).toContain('All of it was written by A. Dubois on 2026-11-20.');
    expect(JSON.stringify(one.rows)).not.toContain('A. Dubois');
  });

  test('names changed answers beyond two pages by their numbers', () => {
    const { answers } = earlierSample(100_000).comparison();
    const visible = answers.filter(({ question }) => sampleView.assessment.visible.includes(question));
    expect(visible.length).toBeGreaterThan(70);
    const document = plan(sampleView, 'engineer', { before: earlierSample(100_000) });
    const section = document.parts
      .find(({ id }) => id === 'changes')
      ?.sections.find(({ id }) => id === 'changes.answers');
    const [table, more] = section?.blocks ?? [];
    expect(table?.kind === 'table' && table.rows.length).toBe(60);
    expect(more?.kind === 'paragraph' && textOf(more.text)).toMatch(
      /^Answered otherwise as well: Q\d+ · Q\d+/,
    );
    expectSound(document, sampleView);
  });

  test('counts the age of evidence in days', () => {
    const attachment = {
      name: 'arp.txt',
      kind: 'text',
      hash: 'a'.repeat(64),
      size: 1,
      taken: '2026-10-01',
      shelfDays: 30,
    };
    const view = viewOf({
      ...sampleView,
      attachments: { a1: attachment },
      proofs: { 'golive.checks.arp': ['a1'] },
    });
    const text = writtenTexts(plan(view)).join('\n');
    expect(text).toContain('Evidence: arp.txt, 51 days old (older than the 30 days it counts)');
  });

  test('gives every section of the checklists a home', () => {
    for (const id of content.sections.keys()) expect(partIds, id).toContain(homeOfSection[id]);
  });
});
