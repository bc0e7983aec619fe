/**
 * What findings said that stand no more, where a risk that was accepted or an action still names them: as they were accepted,
 * else as their rule puts it, without the values that it would need a finding for.
 */
import { isTableId, tables } from '../content/tables.ts';
import { ownOf } from '../own-of.ts';
import type { ProjectState } from '../project/state.ts';
import { placeOfQuestion } from '../review-checklist/item.ts';
import { textIn } from '../review-checklist/read.ts';
import type { Finding } from '../view.ts';
import { ruleWordsOf } from './rule-words.ts';

type Named = Pick<ProjectState, 'acceptances' | 'actions' | 'lists' | 'tables' | 'language'>;

export function goneFindings(project: Named, findings: readonly Finding[]): Record<string, string> {
  const standing = new Set(findings.map(({ id }) => id));
  const ids = [
    ...Object.keys(project.acceptances),
    ...Object.values(project.actions).flatMap(({ finding }) => (finding === undefined ? [] : [finding])),
  ];
  const gone = [...new Set(ids)].filter((id) => !standing.has(id));
  return Object.fromEntries(gone.map((id) => [id, nameOf(project, id)]));
}

function nameOf(project: Named, id: string): string {
  const accepted = ownOf(project.acceptances, id)?.accepted;
  return accepted ?? itemName(project, id) ?? ruleName(project, id) ?? id;
}

/** Of a checklist beside the built-in ones: the finding is the item that was open. */
function itemName({ lists }: Named, id: string): string | undefined {
  const place = placeOfQuestion(id);
  const item = place && ownOf(lists, place.checklist)?.items.get(place.item);
  return item && textIn(item.words, 'text');
}

function ruleName(project: Named, id: string): string | undefined {
  const [rule = '', ...parts] = id.split(':');
  const words = ownOf(ruleWordsOf(project.language), rule);
  if (!words) return undefined;
  const [first = ''] = parts;
  const variant = ownOf(words.variants ?? {}, first);
  const title = (variant?.title ?? words.title).replace(/\{\w+\}/g, '…');
  const about = (variant ? parts.slice(1) : parts).join(':');
  const row = about === '' ? undefined : rowName(project, about);
  return row === undefined ? title : `${title} (${row})`;
}

/** The row that a finding is about, as it is called. */
function rowName({ tables: all }: Named, id: string): string | undefined {
  for (const [table, rows] of Object.entries(all)) {
    const row = isTableId(table) ? rows.find((one) => one.id === id) : undefined;
    const name = isTableId(table) ? row?.cells[tables[table].label] : undefined;
    if (typeof name === 'string' && name !== '') return name;
  }
  return undefined;
}
