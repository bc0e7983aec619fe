/** Files that a disk has spoiled, and clocks that jump: what stands afterwards, and in what order. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spoilPage } from '../helpers/spoil-page.ts';
import {
  bannersOf,
  Findings,
  fill,
  inTemporaryFolder,
  missing,
  noteAt,
  type Outcome,
  openBackend,
  question,
} from './fault.ts';

export async function spoiledPage(): Promise<Outcome> {
  return inTemporaryFolder(async (folder) => {
    const findings = new Findings();
    const { expect } = findings;
    const backend = await openBackend(folder);
    const project = await fill(backend, 500);
    const acknowledged = backend.changes(project);
    const backups = await backend.call('backup.create', {});
    await backend.close();
    spoilPage(join(folder, 'onramp.db'));
    const { size } = statSync(join(folder, 'onramp.db'));
    const again = await openBackend(folder);
    const told = bannersOf(again);
    const aside = again.context.workspace.setAside?.file ?? '';
    expect(dirname(dirname(aside)) === join(folder, 'set-aside'), 'the damaged file was not put aside');
    expect(statSync(aside, { throwIfNoEntry: false })?.size === size, 'the damaged file is not as it was');
    await again.call('backup.restore', { name: backups[0]?.name ?? '' });
    const lost = missing(acknowledged, again.changes(project));
    await again.call('answer.note', { project, question, note: 'goes on' });
    await again.close();
    return { told, acknowledged: acknowledged.length, lost, problems: findings.problems };
  });
}

/** As a power failure leaves it that comes while the last act is written: its acts before are all acknowledged. */
export async function cutWal(where: 'unacknowledged' | 'acknowledged'): Promise<Outcome> {
  return inTemporaryFolder(async (place) => {
    const findings = new Findings();
    const { expect } = findings;
    const folder = join(place, 'data');
    const backend = await openBackend(folder);
    const project = await fill(backend, 10);
    const wal = join(folder, 'onramp.db-wal');
    const sizes: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      sizes.push(statSync(wal).size);
      await backend.call('answer.note', { project, question, note: `round ${round} ${'x'.repeat(6000)}` });
    }
    const all = backend.changes(project);
    // In the midst of what the last act wrote, or of the fifth.
    const act = where === 'unacknowledged' ? 7 : 4;
    const [from = 0, to = statSync(wal).size] = sizes.slice(act);
    const whole = all.slice(0, all.length - (8 - act));
    let lost = 0;
    const told: string[] = [];
    for (const part of [0.01, 0.4, 0.99]) {
      const copy = join(place, `cut ${part}`);
      mkdirSync(copy);
      for (const name of ['onramp.db', 'onramp.db-wal']) copyFileSync(join(folder, name), join(copy, name));
      truncateSync(join(copy, 'onramp.db-wal'), Math.floor(from + (to - from) * part));
      const again = await openBackend(copy);
      const found = again.changes(project);
      told.push(...bannersOf(again));
      expect(
        found.length === whole.length,
        `cut at ${part}: ${found.length} changes in place of ${whole.length}`,
      );
      lost += missing(whole, found);
      expect(
        String(again.context.workspace.readValue(project, noteAt)).startsWith(`round ${act - 1} `),
        'what stands is not what was said last',
      );
      await again.call('answer.note', { project, question, note: 'goes on' });
      await again.close();
    }
    await backend.close();
    return { told, acknowledged: whole.length * 3, lost, problems: findings.problems };
  });
}

const year = 365 * 86_400_000;

/** Forward by ten years, back by eleven, and to the beginning of all clocks: what was said last stands. */
export async function jumpingClock(): Promise<Outcome> {
  return inTemporaryFolder(async (place) => {
    const findings = new Findings();
    const { expect } = findings;
    let clock = Date.UTC(2026, 10, 30);
    const folder = join(place, 'data');
    const options = { now: () => clock };
    const told: string[] = [];
    let project = '';
    let last = '';
    for (const [index, jump] of [0, 10 * year, -11 * year, -Number.MAX_SAFE_INTEGER, 30 * year].entries()) {
      clock = Math.max(0, clock + jump);
      const backend = await openBackend(folder, options);
      told.push(...bannersOf(backend));
      if (index === 0) project = await fill(backend, 10);
      else
        expect(
          backend.context.workspace.readValue(project, noteAt) === last,
          `after jump ${index} another note stands`,
        );
      for (const text of ['first', 'second', 'third']) {
        last = `${text} of ${index}`;
        await backend.call('answer.note', { project, question, note: last });
      }
      await backend.call('project.undo', { project });
      last = `second of ${index}`;
      expect(
        backend.context.workspace.readValue(project, noteAt) === last,
        `after jump ${index} undo took back another act`,
      );
      const [newest, before] = await backend.call('backup.create', {});
      expect(
        newest?.reason === 'asked' && (before === undefined || newest.at > before.at),
        `after jump ${index} the newest backup is not the newest`,
      );
      await backend.close();
    }
    // A copy elsewhere, whose clock is right, takes it all in, and goes on after it.
    const home = await openBackend(folder, options);
    const theirs = await openBackend(join(place, 'theirs'));
    const file = home.context.workspace.exportProject(project);
    theirs.context.workspace.importProject(file);
    await theirs.call('answer.note', { project, question, note: 'by the other copy' });
    home.context.workspace.mergeProject(theirs.context.workspace.exportProject(project), {
      author: 'Anna',
      batch: randomUUID(),
    });
    expect(
      home.context.workspace.readValue(project, noteAt) === 'by the other copy',
      'what the other copy said last does not stand',
    );
    expect(home.context.workspace.readDisagreements(project).length === 0, 'the copies disagree');
    const lost = missing(file.changes, home.changes(project));
    await theirs.close();
    await home.close();
    return { told, acknowledged: file.changes.length, lost, problems: findings.problems };
  });
}
