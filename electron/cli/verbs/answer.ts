/** The verb that answers: `onramp set FILE QUESTION VALUE`, with the same checks as the wizard. */
import { randomUUID } from 'node:crypto';
import { findQuestion } from '../../../shared/content/answer-schema.ts';
import { fieldOf, type Question } from '../../../shared/content/content.ts';
import { type FieldProblem, readField, writeField } from '../../../shared/content/field.ts';
import { openState } from '../../../shared/content/open-state.ts';
import { columnsOf, isTableId, tables } from '../../../shared/content/tables.ts';
import { explainProblem, wordsOf } from '../../../shared/content/words.ts';
import type { Json } from '../../../shared/json.ts';
import { type Answer, notApplicableReasons, type Row } from '../../../shared/project/answer.ts';
import type { Edit } from '../../../shared/project/change.ts';
import { Refusal, Unreadable } from '../outcome.ts';
import { change, readFile, viewOfFile } from '../project-files.ts';
import type { Given, Verb } from '../verb.ts';

export const setVerb: Verb = {
  usage:
    'onramp set FILE QUESTION [VALUE] [--unknown | --not-applicable REASON | --clear] [--note TEXT] [--confirm]',
  summary: 'Answers a question, checked as the wizard checks it; a value that does not fit changes nothing.',
  details: [
    'VALUE            as one would type it; lists with commas or one a line; "-" reads standard input',
    '                 for a table: a JSON array of rows, { "column": value }, which replaces the rows',
    '--unknown        "don\'t know yet"',
    `--not-applicable one of ${notApplicableReasons.join(', ')}`,
    '--clear          takes the answer away',
    '--confirm        marks the answer as confirmed by the author',
  ],
  options: {
    unknown: { type: 'boolean' },
    'not-applicable': { type: 'string' },
    clear: { type: 'boolean' },
    note: { type: 'string' },
    confirm: { type: 'boolean' },
  },
  words: [2, 3],
  run: (given) => {
    const [path = '', id = '', typed] = given.words;
    const open = readFile(path);
    const question = findQuestion(id);
    if (!question) throw new Unreadable(`There is no question "${id}"; "onramp catalogue" lists them.`);
    const edits = editsFor(
      question,
      typed === '-' ? given.readInput() : typed,
      given,
      openState(open.current).tables,
    );
    const view = viewOfFile(change(open, edits, given.author, { kind: 'edit' }));
    const findings = view.assessment.findings.filter((finding) =>
      finding.from.some((origin) => origin.question === id),
    );
    return {
      text: [
        `${id}: set`,
        ...findings.map((finding) => `${finding.severity.padEnd(8)} ${finding.title}`),
      ].join('\n'),
      data: {
        question: id,
        answer: view.answers[id] ?? null,
        findings,
        readiness: view.assessment.readiness.percent,
      },
    };
  },
};

function editsFor(
  question: Question,
  typed: string | undefined,
  { options, author }: Given,
  rows: Record<string, Row[]>,
): Edit[] {
  const edits: Edit[] = [];
  const path = `answer/${question.id}`;
  const reason = options['not-applicable'];
  const ways = [
    typed !== undefined,
    options.unknown === true,
    reason !== undefined,
    options.clear === true,
  ].filter(Boolean).length;
  const onlyMarks = ways === 0 && (options.note !== undefined || options.confirm === true);
  if (ways !== 1 && !onlyMarks)
    throw new Unreadable('Give a value, or one of --unknown, --not-applicable, --clear.');
  if (options.unknown) edits.push({ path, after: { state: 'unknown' } });
  else if (reason !== undefined) edits.push({ path, after: notApplicable(String(reason)) as Json });
  else if (options.clear)
    edits.push({ path, after: null }, ...(question.table ? clearRows(question.table, rows) : []));
  else if (typed !== undefined)
    edits.push(
      ...(question.table
        ? rowEdits(question.table, typed, rows)
        : [{ path, after: answered(question, typed) }]),
    );
  if (!onlyMarks) edits.push({ path: `review/${question.id}`, after: null });
  if (typeof options.note === 'string')
    edits.push({ path: `note/${question.id}`, after: options.note || null });
  if (options.confirm) edits.push({ path: `review/${question.id}`, after: { by: author, at: Date.now() } });
  return edits;
}

function notApplicable(reason: string): Answer {
  const known = notApplicableReasons.find((one) => one === reason);
  return known
    ? { state: 'notApplicable', reason: known }
    : { state: 'notApplicable', reason: 'other', text: reason };
}

function answered(question: Question, typed: string): Json {
  const field = fieldOf(question);
  const read = field && readField(field, typed);
  if (!read) throw new Unreadable(`${question.id} is a table; give a JSON array of rows.`);
  if (!read.ok) throw new Refusal(explainAll(read.problems, question.options));
  return { state: 'answered', value: read.value };
}

function explainAll(problems: readonly FieldProblem[], options?: readonly string[] | undefined): string {
  const sentences = problems.map((problem) => explainProblem(wordsOf('en'), problem));
  if (options) sentences.push(`Choices: ${options.join(', ')}.`);
  return sentences.join('\n');
}

function clearRows(table: string, rows: Record<string, Row[]>): Edit[] {
  return (rows[table] ?? []).map((row) => ({ path: `row/${table}/${row.id}`, after: null }));
}

/** A row with the name of one that is there takes its place, so that references to it stay true. */
function rowEdits(table: string, typed: string, rows: Record<string, Row[]>): Edit[] {
  if (!isTableId(table)) throw new Unreadable(`There is no table "${table}".`);
  const given = parseRows(typed);
  const columns = columnsOf(table);
  const { label } = tables[table];
  const before = rows[table] ?? [];
  const kept = new Set<string>();
  const edits = given.map((cells, order): Edit => {
    const values: Record<string, Json> = {};
    for (const [name, value] of Object.entries(cells)) {
      const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
      if (!column)
        throw new Refusal(
          `Row ${order + 1}: there is no column "${name}". Columns: ${Object.keys(columns).join(', ')}.`,
        );
      if (value === null || value === '') continue;
      const read = readField(column, writeField(value));
      if (!read.ok)
        throw new Refusal(`Row ${order + 1}, ${name}: ${explainAll(read.problems, column.options)}`);
      values[name] = read.value;
    }
    const same = before.find(
      (row) => !kept.has(row.id) && row.cells[label] !== undefined && row.cells[label] === values[label],
    );
    const id = same?.id ?? randomUUID();
    kept.add(id);
    return { path: `row/${table}/${id}`, after: { order, cells: values } };
  });
  const gone = clearRows(table, { [table]: before.filter((row) => !kept.has(row.id)) });
  return [...gone, ...edits];
}

function parseRows(typed: string): Record<string, Json>[] {
  let data: unknown;
  try {
    data = JSON.parse(typed);
  } catch {
    throw new Unreadable('A table takes a JSON array of rows, such as [{ "name": "Paris" }].');
  }
  if (
    !Array.isArray(data) ||
    !data.every((row) => row !== null && typeof row === 'object' && !Array.isArray(row))
  ) {
    throw new Unreadable('A table takes a JSON array of rows, such as [{ "name": "Paris" }].');
  }
  return data as Record<string, Json>[];
}
