/** Finds what is wrong with checklist content before anybody meets it: the build and the tests stop on the first problem. */
import { visibleQuestions } from './conditions.ts';
import { buildContent, type Content } from './content.ts';
import { ChecklistStructure, type Condition, type Question } from './schema.ts';
import { isTableId } from './tables.ts';

export type ContentProblem = { place: string; problem: string };

export type Known = {
  facts: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  conflicts: ReadonlySet<string>;
  references: ReadonlySet<string>;
};

type Report = (place: string, problem: string) => void;

export function checkContent(sources: readonly unknown[], known: Known): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const report: Report = (place, problem) => problems.push({ place, problem });
  const structures: ChecklistStructure[] = [];
  for (const source of sources) {
    const parsed = ChecklistStructure.safeParse(source);
    if (parsed.success) structures.push(parsed.data);
    else for (const issue of parsed.error.issues) report(issue.path.join('.'), issue.message);
  }
  if (problems.length > 0) return problems;
  const content = buildContent('check', structures);
  checkOrder(structures, report);
  for (const structure of structures) {
    for (const [id, question] of Object.entries(structure.questions)) {
      checkTraces(id, question, known, report);
      checkKind(id, question, known, report);
      if (question.visibleWhen) checkReferences(`${id}.visibleWhen`, question.visibleWhen, content, report);
    }
  }
  const cycles = findCycles(content);
  for (const cycle of cycles)
    report(cycle[0] ?? '', `is asked only when itself is answered: ${cycle.join(' -> ')}`);
  // A condition on unknown ids or in a circle is already reported; whether the rest can ever hold is asked of the sound ones only.
  if (problems.length === 0) checkReachable(content, report);
  return problems;
}

/** Every question in exactly one section, every id once. */
function checkOrder(structures: readonly ChecklistStructure[], report: Report): void {
  const seen = new Map<string, string>();
  const see = (id: string, place: string) => {
    const before = seen.get(id);
    if (before !== undefined) report(place, `"${id}" is there already, at ${before}`);
    seen.set(id, place);
  };
  for (const structure of structures) {
    see(`checklist ${structure.id}`, structure.id);
    const listed = new Set<string>();
    for (const section of structure.sections) {
      see(`section ${section.id}`, `${structure.id}.sections`);
      for (const id of section.questions) {
        if (listed.has(id)) report(section.id, `"${id}" is listed twice`);
        listed.add(id);
        if (!Object.hasOwn(structure.questions, id))
          report(section.id, `"${id}" is listed but not described`);
      }
    }
    for (const id of Object.keys(structure.questions)) {
      see(id, `${structure.id}.questions`);
      if (!listed.has(id)) report(`${structure.id}.questions.${id}`, 'stands in no section');
    }
  }
}

function checkTraces(id: string, question: Question, known: Known, report: Report): void {
  for (const fact of question.facts) {
    if (!known.facts.has(fact) && !known.conflicts.has(fact))
      report(`${id}.facts`, `there is no fact "${fact}"`);
  }
  for (const source of question.sources ?? [])
    if (!known.sources.has(source)) report(`${id}.sources`, `there is no source "${source}"`);
  for (const conflict of question.conflicts ?? []) {
    if (!known.conflicts.has(conflict)) report(`${id}.conflicts`, `there is no conflict "${conflict}"`);
  }
  if (question.facts.length === 0 && !question.optional) report(`${id}.facts`, 'is not traced to any fact');
}

function checkKind(id: string, question: Question, known: Known, report: Report): void {
  const isChoice = question.kind === 'single' || question.kind === 'multiple';
  if (isChoice && !question.options && !question.optionsFrom) report(id, 'a choice needs options');
  if (!isChoice && (question.options || question.optionsFrom))
    report(id, `a question of kind ${question.kind} has no options`);
  if (question.options && new Set(question.options).size !== question.options.length)
    report(`${id}.options`, 'an option stands there twice');
  if (question.optionsFrom && !known.references.has(question.optionsFrom))
    report(`${id}.optionsFrom`, `there is no reference set "${question.optionsFrom}"`);
  if (question.kind === 'table' && !isTableId(question.table ?? ''))
    report(`${id}.table`, `there is no table "${question.table ?? ''}"`);
  if (question.kind !== 'table' && question.table)
    report(`${id}.table`, 'only a table question names a table');
  if (question.min !== undefined && question.max !== undefined && question.min > question.max)
    report(id, 'min is above max');
}

function checkReferences(place: string, condition: Condition, content: Content, report: Report): void {
  if ('all' in condition || 'any' in condition) {
    const [name, parts] =
      'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
    for (const [index, part] of parts.entries())
      checkReferences(`${place}.${name}.${index}`, part, content, report);
  } else if ('not' in condition) {
    checkReferences(`${place}.not`, condition.not, content, report);
  } else {
    checkComparison(place, condition, content, report);
  }
}

function checkComparison(
  place: string,
  condition: Extract<Condition, { question: string }>,
  content: Content,
  report: Report,
): void {
  const target = content.questions.get(condition.question);
  if (!target) report(place, `there is no question "${condition.question}"`);
  if (!target || 'answered' in condition) return;
  const possible = optionsOf(target);
  for (const value of valuesIn(condition)) {
    if (possible && !possible.includes(value))
      report(place, `"${condition.question}" can never be "${value}"`);
    if (!possible && !target.optionsFrom)
      report(place, `"${condition.question}" has no choices to compare with`);
  }
}

function optionsOf(question: Question): readonly string[] | undefined {
  return question.kind === 'yesNo' ? ['yes', 'no'] : question.options;
}

function valuesIn(condition: Condition): string[] {
  if ('is' in condition) return [condition.is];
  return 'in' in condition ? condition.in : [];
}

function questionsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  if ('not' in condition) return questionsIn(condition.not);
  return [condition.question];
}

function findCycles(content: Content): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (id: string, trail: readonly string[]): void => {
    const start = trail.indexOf(id);
    if (start >= 0) {
      cycles.push([...trail.slice(start), id]);
      return;
    }
    if (done.has(id)) return;
    const condition = content.questions.get(id)?.visibleWhen;
    for (const next of condition ? questionsIn(condition) : []) visit(next, [...trail, id]);
    done.add(id);
  };
  for (const id of content.questions.keys()) visit(id, []);
  return cycles;
}

/** Tries the answers that the conditions above a question speak of; a question that no combination shows is dead. */
function checkReachable(content: Content, report: Report): void {
  for (const question of content.questions.values()) {
    if (!question.visibleWhen) continue;
    const involved = ancestorsOf(content, question.id);
    const candidates = involved.map((id) => [id, candidateAnswers(content, id)] as const);
    if (!canShow(content, question.id, candidates, 0, {}))
      report(`${question.id}.visibleWhen`, 'can never hold, so the question is never asked');
  }
}

function ancestorsOf(content: Content, id: string): string[] {
  const found = new Set<string>();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const condition = content.questions.get(next)?.visibleWhen;
    for (const parent of condition ? questionsIn(condition) : []) {
      if (!found.has(parent)) queue.push(parent);
      found.add(parent);
    }
  }
  return [...found];
}

/** Each option alone, and for a multiple choice all of them together; free fields count as answered. */
function candidateAnswers(content: Content, id: string): (string | string[])[] {
  const question = content.questions.get(id);
  const options = question && optionsOf(question);
  if (!options) return ['x'];
  return question.kind === 'multiple' ? [[...options], ...options.map((option) => [option])] : [...options];
}

function canShow(
  content: Content,
  id: string,
  candidates: readonly (readonly [string, (string | string[])[]])[],
  from: number,
  chosen: Record<string, string | string[]>,
): boolean {
  const answers = Object.fromEntries(
    Object.entries(chosen).map(([key, value]) => [key, { state: 'answered' as const, value }]),
  );
  const tables = Object.fromEntries(
    Object.keys(chosen).flatMap((key) => {
      const table = content.questions.get(key)?.table;
      return table ? [[table, [{ id: 'r1', order: 0, cells: {} }]]] : [];
    }),
  );
  if (visibleQuestions(content, { answers, tables }).has(id)) return true;
  for (let index = from; index < candidates.length; index += 1) {
    const [key, values] = candidates[index] ?? ['', []];
    if (values.some((value) => canShow(content, id, candidates, index + 1, { ...chosen, [key]: value })))
      return true;
  }
  return false;
}

/** Keys that stand twice in one JSON object, which JSON.parse would silently fold into one. */
export function duplicateKeys(text: string): string[] {
  const found: string[] = [];
  const open: (Set<string> | undefined)[] = [];
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [piece, colon] = match;
    if (piece === '{') open.push(new Set());
    else if (piece === '[') open.push(undefined);
    else if (piece === '}' || piece === ']') open.pop();
    else if (colon !== undefined) {
      const key = piece.slice(0, piece.lastIndexOf('"') + 1);
      const keys = open.at(-1);
      if (keys?.has(key)) found.push(`${key} at line ${text.slice(0, match.index).split('\n').length}`);
      keys?.add(key);
    }
  }
  return found;
}
