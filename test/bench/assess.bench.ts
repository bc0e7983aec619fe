/** What judging costs: a full project, with nothing remembered and after one answer, beside json-rules-engine with the same rules. */
import { Engine } from 'json-rules-engine';
import { assess, RuleMemory } from '../../shared/assess/assess.ts';
import { Reader } from '../../shared/assess/reader.ts';
import { rules } from '../../shared/assess/rules.ts';
import { visibleQuestions } from '../../shared/content/conditions.ts';
import { content } from '../../shared/content/content.ts';
import { applyChange } from '../../shared/content/open-state.ts';
import type { ProjectState } from '../../shared/project/state.ts';
import { fullProject } from '../helpers/full-project.ts';
import { median } from '../helpers/median.ts';

export const name = 'assess';

const today = '2026-11-21';

export async function run() {
  const project = fullProject();
  const engine = peerEngine();
  const ours: number[] = [];
  const peers: number[] = [];
  let findings = 0;
  let events = 0;
  for (let round = 0; round < 150; round += 1) {
    const start = performance.now();
    findings = assess(project, { content, today }).findings.length;
    const middle = performance.now();
    events = await runPeer(engine, project);
    const end = performance.now();
    // The first rounds warm both up alike.
    if (round >= 50) {
      ours.push(middle - start);
      peers.push(end - middle);
    }
  }
  const again = measureAgain(project);
  return {
    title: `Assess: every question answered, 12 circuits, 200 sites, ${rules.length} rules, ${findings} findings`,
    rows: [
      { name: 'Onramp, everything judged afresh', value: median(ours), unit: 'ms', ratio: 1 },
      {
        name: 'json-rules-engine, the same checks',
        value: median(peers),
        unit: 'ms',
        ratio: median(peers) / median(ours),
      },
      {
        name: 'Onramp, after one answer changed',
        value: median(again),
        unit: 'ms',
        ratio: median(again) / median(ours),
      },
    ],
    notes: [
      `json-rules-engine runs one rule per rule of ours; each asks for a fact that our own check computes (${events} rules fired), so the difference is the engines' own work. Ours also renders sentences, readiness and the verdict.`,
      'Ratios are to the first line. Medians of 100 rounds in turn, after 50 to warm up.',
    ],
  };
}

function peerEngine(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const rule of rules) {
    engine.addFact(rule.id, async (_params, almanac) => {
      const reader = await almanac.factValue<Reader>('project');
      const found = rule.check(reader);
      return found === undefined ? 0 : Array.isArray(found) ? found.length : 1;
    });
    engine.addRule({
      conditions: { all: [{ fact: rule.id, operator: 'greaterThan', value: 0 }] },
      event: { type: rule.id, params: { severity: rule.severity } },
    });
  }
  return engine;
}

async function runPeer(engine: Engine, project: ProjectState): Promise<number> {
  const { answers, tables } = project;
  const visible = visibleQuestions(content, project);
  const { events } = await engine.run({ project: new Reader({ content, answers, tables, visible, today }) });
  return events.length;
}

function measureAgain(project: ProjectState): number[] {
  const memory = new RuleMemory();
  assess(project, { content, today, memory });
  return Array.from({ length: 60 }, (_, round) => {
    const value = round % 2 === 0 ? 'we-do' : 'provider';
    applyChange(project, { path: 'answer/routing.nat.who', after: { state: 'answered', value } });
    const start = performance.now();
    assess(project, { content, today, memory });
    return performance.now() - start;
  }).slice(10);
}

if (import.meta.main) console.log(await run());
