/** The build sheet: ready to review and run, from the same answers as the plan, with a list of what is still to be decided. */
import type { ReferenceSets } from '../../content/reference.ts';
import type { ProjectView } from '../../view.ts';
import type { Block } from '../blocks.ts';
import { readerOf } from '../context.ts';
import { documentWordsOf } from '../words/words.ts';
import { writeAzureCli } from './azure-cli.ts';
import { writeBicep } from './bicep.ts';
import { writeIosXe } from './ios-xe.ts';
import { writeJunos } from './junos.ts';
import { type Missing, makeModel, type SheetModel } from './model.ts';
import { usesPac, writePac } from './pac.ts';
import { writeAzureChecks, writeRouterChecks } from './validation.ts';

type Language = Extract<Block, { kind: 'code' }>['language'];

const writers = {
  'azure-cli': { language: 'azurecli', write: writeAzureCli },
  bicep: { language: 'bicep', write: writeBicep },
  'ios-xe': { language: 'ios', write: writeIosXe },
  junos: { language: 'junos', write: writeJunos },
  pac: { language: 'pac', write: writePac },
  'check-azure': { language: 'azurecli', write: writeAzureChecks },
  'check-routers': { language: 'text', write: writeRouterChecks },
} satisfies Record<string, { language: Language; write: (model: SheetModel) => string }>;

export type SheetId = keyof typeof writers;
export type Sheet = { id: SheetId; title: string; language: Language; code: string };
export type BuildSheet = { sheets: Sheet[]; missing: Missing[] };

/** No sheet depends on the day, so the reader is given any. */
const anyDay = '1970-01-01';

export function buildSheet(view: ProjectView, reference: Readonly<ReferenceSets>): BuildSheet {
  const words = documentWordsOf(view.language).sheet;
  const model = makeModel(readerOf({ view, today: anyDay, reference }), words);
  const ids = (Object.keys(writers) as SheetId[]).filter((id) => id !== 'pac' || usesPac(model.project));
  const sheets = ids.map((id): Sheet => {
    const { language, write } = writers[id];
    return { id, title: words.titles[id], language, code: `${write(model).trimEnd()}\n` };
  });
  return { sheets, missing: model.missing };
}
