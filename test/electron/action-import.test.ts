/** Actions that go out as a file, are edited by somebody else's program, and come back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Context, closeContext, openContext } from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import { ownLook } from '../../electron/backend/writers/look.ts';
import { writeXlsx } from '../../electron/backend/writers/xlsx.ts';
import { builtInReference } from '../../shared/content/reference.ts';
import { type CallName, contract, type InputOf, type OutputOf } from '../../shared/contract.ts';
import { writeActionsCsv } from '../../shared/document/csv.ts';
import { buildSheets } from '../../shared/document/sheets/build-sheets.ts';
import type { ProjectView } from '../../shared/view.ts';

let folder: string;
let context: Context;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onramp-actions-'));
  context = await openContext({ folder, host: 'test', version: '0.0.0' });
});

afterEach(async () => {
  await closeContext(context);
  rmSync(folder, { recursive: true, force: true });
});

async function call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const reply = await dispatch(context, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as OutputOf<N>;
}

const base64 = (content: Uint8Array | string) => Buffer.from(content).toString('base64');
const read = (view: ProjectView, content: Uint8Array | string, name = 'actions.xlsx') =>
  call('actions.read', { project: view.id, name, content: base64(content) });

async function workbookOf(view: ProjectView): Promise<Uint8Array> {
  const sheets = buildSheets({ view, today: '2026-11-21', reference: builtInReference, history: [] });
  return writeXlsx(sheets, ownLook, { signal: new AbortController().signal, progress: () => {} });
}

/** As a spreadsheet program would save it: another writer, moved columns, true dates. */
async function editedWorkbook(rows: (string | Date | null)[][]): Promise<Uint8Array> {
  return writeXlsxFile(
    [
      { sheet: 'Notes', data: [['mine']] },
      {
        sheet: 'Actions',
        dateFormat: 'dd.mm.yyyy',
        data: [['Due', 'Id', 'Action', 'Owner', 'Status'], ...rows],
      },
    ],
    {},
  ).toBuffer();
}

describe('a sheet of actions', () => {
  it('comes back from our own workbook and CSV without a proposal', async () => {
    const view = await call('project.sample', {});
    const count = Object.keys(view.actions).length;
    expect(await read(view, await workbookOf(view))).toMatchObject({
      proposals: [],
      problems: [],
      same: count,
    });
    expect(await read(view, writeActionsCsv(view, 'en'), 'a.csv')).toMatchObject({
      proposals: [],
      same: count,
    });
  });

  it('changes nothing until it is accepted, and then in one step that can be taken back', async () => {
    const view = await call('project.sample', {});
    const [id = '', action] = Object.entries(view.actions).find(([, one]) => one.status === 'open') ?? [];
    const sheet = await read(
      view,
      await editedWorkbook([
        [new Date('2027-01-15T00:00:00Z'), id, action?.title ?? '', 'K. Yilmaz', 'Done'],
        [null, null, 'Ask the provider', null, null],
      ]),
    );
    expect(sheet.proposals.map((one) => one.fields.map(({ field, to }) => [field, to]))).toEqual([
      [
        ['owner', 'K. Yilmaz'],
        ['due', '2027-01-15'],
        ['status', 'done'],
      ],
      [['title', 'Ask the provider']],
    ]);
    const untouched = await call('project.open', { project: view.id });
    expect(untouched.actions).toEqual(view.actions);

    const after = await call('actions.accept', {
      project: view.id,
      file: 'actions.xlsx',
      proposals: sheet.proposals,
    });
    expect(after.actions[id]).toMatchObject({ owner: 'K. Yilmaz', due: '2027-01-15', status: 'done' });
    expect(after.actions[id]?.closed).toBeGreaterThan(0);
    expect(Object.values(after.actions)).toContainEqual({
      title: 'Ask the provider',
      status: 'open',
      created: expect.any(Number),
    });
    const [entry] = await call('project.history', { project: view.id, limit: 1 });
    expect(entry?.origin).toEqual({ kind: 'import', ref: 'actions.xlsx' });
    const undone = await call('project.undo', { project: view.id });
    expect(undone.actions).toEqual(view.actions);
  });

  it('is refused when the action has been changed since it was read, and marks cells that are merely old', async () => {
    const view = await call('project.sample', {});
    const [id = '', action] = Object.entries(view.actions).find(([, one]) => one.owner !== undefined) ?? [];
    if (!action) throw new Error('The sample has no action with an owner.');
    const old = writeActionsCsv(view, 'en');
    const edited = await read(view, old.replaceAll(`"${action.owner}"`, '"Somebody else"'), 'a.csv');
    await call('action.set', { project: view.id, id, action: { ...action, owner: 'New owner' } });
    const reply = await dispatch(context, 'actions.accept', {
      project: view.id,
      file: 'a.csv',
      proposals: edited.proposals,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const again = await read(view, old, 'a.csv');
    expect(again.proposals).toEqual([
      expect.objectContaining({
        id,
        fields: [{ field: 'owner', from: 'New owner', to: action.owner, isOld: true }],
      }),
    ]);
  });

  it('in the code page of a machine is read too', async () => {
    const view = await call('project.sample', {});
    const sheet = await read(view, Buffer.from('Id;Action;Owner\r\n;Prüfen;Jörg\r\n', 'latin1'), 'a.csv');
    expect(sheet.proposals[0]?.fields.map(({ to }) => to)).toEqual(['Prüfen', 'Jörg']);
  });

  it.each([
    ['no archive', 'PK but not really', 'damaged-file'],
    ['another table', 'a,b\r\n1,2', 'bad-input'],
    ['nothing', '', 'bad-input'],
  ])('that is %s is refused by name', async (_what, content, code) => {
    const view = await call('project.sample', {});
    const reply = await dispatch(context, 'actions.read', {
      project: view.id,
      name: 'x.xlsx',
      content: base64(content),
    });
    expect(reply).toMatchObject({ ok: false, error: { code, message: expect.stringContaining('x.xlsx') } });
  });
});
