/** The Evidence page, by mouse and by keyboard: read, choose, accept, undo; refusals said plainly; hostile texts stay text. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { evidenceAddress } from '../../renderer/frame/addresses.ts';
import { callFrom } from './helpers/calls.ts';
import { drivenApp } from './helpers/driven-app.ts';
import { giveEvidence, openEvidence, sample } from './helpers/evidence-page.ts';
import { accessibilityProblems, settled } from './helpers/open-page.ts';

const app = drivenApp();
let page: Page;
let project: string;

beforeAll(async () => {
  ({ page } = app);
});

beforeEach(async () => {
  project = await openEvidence(page, app.goTo);
});

const view = () => callFrom(page, 'project.open', { project });
const piece = (name: string) => page.getByRole('article', { name });
const give = (files: Record<string, string>) => giveEvidence(page, files);
const taggedAddress = '52.127.52.125';
const circuitText = sample('azure/circuit-az.txt');
const circuits = { 'circuit 2026-11-18.json': circuitText };

describe('evidence', () => {
  test('that is chosen is shown beside today, accepted as one step, kept with its date, and undone', async () => {
    await page.getByText('No evidence yet').waitFor();
    await give({ ...circuits, 'sites.csv': sample('tools/sites.txt') });
    const circuit = piece('ExpressRoute circuit');
    await circuit.getByText('Secrets taken out, kept nowhere').waitFor();
    await piece('List of sites').getByText('lines were not understood').first().click();
    await piece('List of sites').getByRole('columnheader', { name: 'Why it was not read' }).waitFor();
    expect(await circuit.getByLabel('Taken on').inputValue()).toBe('2026-11-18');
    expect((await view()).tables).toEqual({});
    expect(await accessibilityProblems(page)).toEqual([]);
    // One row is left out.
    await circuit.getByRole('checkbox', { name: /^Take the new row .*Microsoft$/ }).uncheck();
    await circuit.getByRole('button', { name: /^Accept \d+ changes? and keep/ }).click();
    await circuit.waitFor({ state: 'detached' });
    const after = await view();
    expect(after.tables.circuits?.length).toBe(1);
    expect(Object.values(after.attachments)[0]).toMatchObject({ taken: '2026-11-18', shelfDays: 90 });
    await page.getByRole('heading', { name: 'Kept evidence' }).waitFor();
    await page.getByRole('link', { name: 'Which circuits are there or planned?' }).waitFor();
    await settled(page);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await page.getByRole('heading', { name: 'Kept evidence' }).waitFor({ state: 'detached' });
    expect((await view()).tables).toEqual({});
  });

  test('is pasted, read, and accepted with the keyboard alone, and heard by those who do not see it', async () => {
    const area = page.getByRole('textbox', { name: 'Paste what a command printed' });
    await area.focus();
    await page.keyboard.insertText(circuitText);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').filter({ hasText: 'Read as ExpressRoute circuit: 1 record.' }).waitFor();
    const accept = page.getByRole('button', { name: /^Accept \d+ changes? and keep/ });
    await accept.waitFor();
    for (let step = 0; step < 60; step += 1) {
      if (await accept.evaluate((button) => button === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kept evidence' }).waitFor();
    expect((await view()).tables.circuits?.length).toBe(1);
  });

  test('that is a whole session becomes a piece for each command, and a trace is told where it was taken', async () => {
    const [names, trace] = ['tools/nslookup.txt', 'tools/tracert.txt'].map(sample);
    await callFrom(page, 'row.set', {
      project,
      table: 'sites',
      row: 'lyon',
      value: { order: 0, cells: { name: 'Lyon', kind: 'office' } },
    });
    await app.openAt(evidenceAddress(project));
    await page
      .getByRole('textbox', { name: 'Paste what a command printed' })
      .fill(`C:\\>nslookup make.powerapps.com\n${names}\nC:\\>tracert make.powerapps.com\n\n${trace}`);
    await page.getByRole('button', { name: 'Read it' }).click();
    await piece('Look-up of a name').getByText('Every line was understood').waitFor();
    const path = piece('Trace of a path');
    await path.getByText('Every line was understood').waitFor();
    await path.getByLabel('Taken at').selectOption('Lyon');
    await path.getByRole('button', { name: 'Keep as evidence' }).click();
    await path.waitFor({ state: 'detached' });
    expect(Object.values((await view()).evidence)).toMatchObject([
      { kind: 'trace', about: { site: 'lyon' } },
    ]);
  });

  test('that is none of the formats says so, and is rejected without a trace', async () => {
    await give({ 'what.txt': 'hello\nthere' });
    const unknown = piece('what.txt');
    await unknown.getByText('none of the formats Onramp reads').waitFor();
    await give(circuits);
    await piece('ExpressRoute circuit').waitFor();
    await unknown.getByRole('button', { name: /^Reject/ }).click();
    await unknown.waitFor({ state: 'detached' });
    expect((await view()).attachments).toEqual({});
  });

  test('that is named as what it is not is not read as that', async () => {
    await give({ 'what.txt': 'hello\nthere' });
    const unknown = piece('what.txt');
    await unknown.getByRole('combobox', { name: 'Read it as' }).selectOption('arp');
    await unknown.getByText('0 records read').or(unknown.getByText('none of the formats')).first().waitFor();
    await unknown.getByRole('button', { name: /^Reject/ }).click();
    await give({ 'trace.txt': sample('tools/tracert.txt') });
    await piece('Trace of a path').getByText('look things up').waitFor();
  });

  test('is dropped on the page, and a long one can be called off', async () => {
    const line = (index: number) =>
      ` *>  ${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}.0/24     123.0.0.2                0             0 12076 8075 i`;
    const head = '     Network          Next Hop            Metric LocPrf Weight Path';
    const text = [head, ...Array.from({ length: 250_000 }, (_, index) => line(index))].join('\n');
    const data = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'edge1.txt', { type: 'text/plain' }));
      return transfer;
    }, text);
    // Called off by the page itself as soon as that can be done: on its way from here, a click may come after the end.
    const calledOff = page.waitForFunction(() => {
      const reading = document.querySelector('[role="progressbar"][aria-label="Reading edge1.txt"]');
      const cancel = [...(reading?.closest('article')?.querySelectorAll('button') ?? [])].find(
        ({ textContent }) => textContent === 'Cancel',
      );
      cancel?.click();
      return cancel !== undefined;
    });
    await page.getByRole('region', { name: 'New evidence' }).dispatchEvent('drop', { dataTransfer: data });
    await calledOff;
    await piece('edge1.txt').waitFor({ state: 'detached' });
    await give(circuits);
    await piece('ExpressRoute circuit').waitFor();
    expect((await view()).attachments).toEqual({});
  });

  test('that contradicts a confirmed answer is shown and not taken', async () => {
    await callFrom(page, 'settings.set', { author: 'H. Meyer' });
    const cells = { name: 'MyCircuit', bandwidth: 5000 };
    await callFrom(page, 'row.set', { project, table: 'circuits', row: 'c1', value: { order: 0, cells } });
    await callFrom(page, 'answer.review', { project, questions: ['peering.circuits.list'], reviewed: true });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor();
    await give(circuits);
    const circuit = piece('ExpressRoute circuit');
    await circuit.getByText('Stays: H. Meyer confirmed it').waitFor();
    expect(await circuit.getByRole('checkbox', { name: 'Take Bandwidth of MyCircuit' }).count()).toBe(0);
    await circuit.getByRole('button', { name: /keep/i }).click();
    await page.getByRole('link', { name: /Contradicts \d+ confirmed value/ }).waitFor();
    expect((await view()).tables.circuits?.[0]?.cells.bandwidth).toBe(5000);
  });

  test('whose words mean harm is shown as words', async () => {
    const before = app.problems.length;
    const hostile = {
      ...JSON.parse(sample('azure/circuit-rest.txt')).value[0],
      name: `<img src=x onerror=alert(1)> \u202eevil ${'x'.repeat(300)}`,
      __proto__: { polluted: true },
      '<b>__proto__</b>': '\u202e<script>alert(1)</script>',
    };
    await give({
      '<b>\u202eevil</b>.json': JSON.stringify(hostile),
      'long.txt': `${'A'.repeat(1_000_000)}\n${sample('router/ios-bgp.txt')}`,
    });
    await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    await page
      .getByRole('article')
      .nth(1)
      .getByRole('button', { name: /^Reject/ })
      .waitFor();
    expect(await page.locator('main img, main script, main b').count()).toBe(0);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(app.problems.slice(before)).toEqual([]);
  });

  test('is found by the search box and in the rail, and tells which commands to run', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Evidence');
    await page
      .getByRole('option', { name: /^Evidence/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Evidence' }).waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the command: ARP table' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('list-arp-tables');
  });

  test('says, while one types, what an address or a name belongs to, and why', async () => {
    const field = page.getByRole('searchbox', { name: /^Which tag, community and prefix/ });
    const found = page.getByRole('region', { name: 'Look an address or a name up' });
    await found.getByText('Not kept yet: Azure service tags').waitFor();
    await field.focus();
    await page.keyboard.type('https://login.microsoftonline.com/common');
    await found.getByRole('status').filter({ hasText: 'Can ride ExpressRoute' }).waitFor();
    await found.getByText('Which address it has was not looked up').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('10.1.2.3');
    await found.getByText('Special range: Private use (RFC 1918)').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('no name at all');
    await found.getByText('neither an address nor the name').waitFor();
    await give({ 'ServiceTags_Public_20261116.json': sample('azure/service-tags.txt') });
    await piece('Azure service tags')
      .getByRole('button', { name: /^Keep as evidence/ })
      .click();
    await page.getByRole('heading', { name: 'Kept evidence' }).waitFor();
    await field.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(taggedAddress);
    const table = found.getByRole('table', { name: `What ${taggedAddress} belongs to` });
    await table.getByText('ServiceTags_Public_20261116.json').first().waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('x.azureedge.net');
    await found.getByRole('status').filter({ hasText: 'Never rides ExpressRoute' }).waitFor();
    await settled(page);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Services that Microsoft peering does not carry' }).waitFor();
  });

  test('that is a PAC file says who goes where, and shows both lines that stand in the wrong order', async () => {
    await give({ 'wpad.dat': sample('pac/wrong-order.txt') });
    const read = piece('PAC file');
    await read.getByText('Line 13 never gets to answer: line 7 stands above it').waitFor();
    await read.getByText('shExpMatch(host, "*-admin.sharepoint.com")').first().waitFor();
    await read.getByText('shExpMatch(host, "*.dynamics.com")').first().waitFor();
    const direct = read.locator('summary').filter({ hasText: /^Direct · \d+ names/ });
    await direct.focus();
    await page.keyboard.press('Enter');
    await read.getByRole('cell', { name: 'login.microsoftonline.com', exact: true }).waitFor();
    await settled(page);
    expect(await accessibilityProblems(page)).toEqual([]);
    await read.getByRole('button', { name: /^Keep as evidence/ }).click();
    await read.waitFor({ state: 'detached' });
    await page.getByText('Who goes where').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Line 13 never gets to answer').waitFor();
    await settled(page);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('that is a PAC file without an end is stopped, and says so with its line', async () => {
    await give({ 'wpad.dat': 'function FindProxyForURL(url, host) {\n  for (;;);\n}\n' });
    await piece('PAC file')
      .getByRole('alert')
      .filter({ hasText: 'did not answer within a second and was stopped' })
      .waitFor();
    await piece('PAC file').getByText('It was being asked for:').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
