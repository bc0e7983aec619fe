/**
 * The sample project, "Contoso: two regions, three circuits": four months of work by three people, made of changes like any
 * other project's, so that every page has something to show. Contoso and the firms around it are invented.
 */
import { content, contentVersion } from '../content/content.ts';
import { localDay } from '../day.ts';
import {
  type Change,
  type Current,
  currentAfter,
  type Edit,
  makeChanges,
  type Origin,
} from '../project/change.ts';
import { fileFormat, fileVersion, type ProjectFile } from '../project/file.ts';
import { asciiBase64, evidencePieces } from './evidence.ts';
import { laterCorrections } from './go-live.ts';
import { houseRules } from './house-rules.ts';
import { peering } from './peering.ts';
import { routing } from './routing.ts';
import { justification, scope } from './scope.ts';
import { besideWorkshop, holdWorkshop } from './workshop.ts';

/** One day's work of one person: what they put in, how many days ago, and the milestone it ended with. */
type DaysWork = {
  daysAgo: number;
  author: string;
  edits: Edit[];
  confirms?: true;
  milestone?: string;
  /** With everybody in one room, before that. */
  workshop?: true;
};

const consultant = 'H. Meyer';
const network = 'A. Dubois';
const platform = 'S. Okafor';
const day = 86_400_000;

function work(): DaysWork[] {
  const described: Edit[] = [
    { path: 'project/name', after: 'Contoso: two regions, three circuits' },
    { path: 'project/customer', after: 'Contoso Ltd' },
  ];
  return [
    { daysAgo: 118, author: consultant, edits: [...described, ...scope()], confirms: true },
    { daysAgo: 117, author: consultant, edits: justification(), confirms: true, milestone: 'First workshop' },
    { daysAgo: 83, author: network, edits: peering(), confirms: true, milestone: 'Decision to proceed' },
    { daysAgo: 55, author: network, edits: [...routing(), ...houseRules()], confirms: true },
    { daysAgo: 27, author: platform, edits: besideWorkshop(), milestone: 'Design freeze', workshop: true },
    { daysAgo: 6, author: consultant, edits: laterCorrections() },
  ];
}

/** The sample as a project file, with its history counted back from now. */
export function sampleFile(now: number, newId: () => string): ProjectFile {
  const copy = newId();
  const changes: Change[] = [];
  const current = new Map<string, Current>();
  const write = (author: string, at: number, edits: readonly Edit[], origin: Origin = { kind: 'sample' }) => {
    const act = { copy, author, at, origin, batch: newId() };
    for (const change of makeChanges(
      edits,
      (path) => current.get(path),
      changes.at(-1)?.clock ?? 0,
      act,
      newId,
    )) {
      changes.push(change);
      current.set(change.path, currentAfter(change));
    }
  };
  const mark = (at: number) => ({ at, through: { [copy]: changes.at(-1)?.clock ?? 0 } });
  const atOf = (daysAgo: number) => now - daysAgo * day;
  const pieces = evidencePieces((daysAgo) => localDay(atOf(daysAgo)), atOf);
  const proveUntil = (daysAgo: number) => {
    for (; pieces[0] && pieces[0].daysAgo >= daysAgo; pieces.shift())
      write(network, atOf(pieces[0].daysAgo), pieces[0].edits, pieces[0].origin);
  };
  const blobs = Object.fromEntries(pieces.map(({ hash, text }) => [hash, asciiBase64(text)]));
  for (const { daysAgo, author, edits, confirms, milestone, workshop } of work()) {
    const at = atOf(daysAgo);
    proveUntil(daysAgo);
    if (workshop)
      holdWorkshop(at - 600_000, {
        write: (moment, said, origin) => write(consultant, moment, said, origin),
        mark,
      });
    write(author, at, edits);
    if (confirms) write(author, at + 3_600_000, confirmations(edits, author, at + 3_600_000));
    if (milestone) {
      const after = { name: milestone, contentVersion, ...mark(at + 7_200_000) };
      write(author, at + 7_200_000, [{ path: `milestone/${newId()}`, after }]);
    }
  }
  proveUntil(0);
  return {
    format: fileFormat,
    version: fileVersion,
    project: { id: newId(), created: now - 118 * day },
    changes,
    blobs,
  };
}

/** A review of each question that the edits answered, with a value or with rows. */
function confirmations(edits: readonly Edit[], by: string, at: number): Edit[] {
  const questions = new Set<string>();
  for (const { path, after } of edits) {
    const [root, id = ''] = path.split('/');
    const answered =
      after !== null && typeof after === 'object' && 'state' in after && after.state === 'answered';
    if (root === 'answer' && answered) questions.add(id);
    if (root !== 'row') continue;
    const tableQuestion = content.questionOfTable.get(id);
    if (tableQuestion !== undefined) questions.add(tableQuestion);
  }
  return [...questions].map((id) => ({ path: `review/${id}`, after: { by, at } }));
}
