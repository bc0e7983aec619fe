/** Every fault that Onramp is held to outlive: how it is brought about, what the user finds, and the run that shows it. */
import { cutWal, jumpingClock, spoiledPage } from './damaged.ts';
import { run as damageEvidence } from './evidence.fault.ts';
import type { Fault, Outcome } from './fault.ts';
import { type FilledAct, fillDiskDuring } from './full-disk.ts';
import { run as killWriters } from './kill.fault.ts';
import { type KilledAct, killDuring } from './killed.ts';
import { run as killLinked } from './link.fault.ts';
import { oddPath, readOnlyFolder, twoInstances } from './places.ts';
import { crashedWindow, hungHost } from './windows.ts';

const killed: Record<KilledAct, [act: string, finds: string]> = {
  migration: [
    'a migration of 4,000 changes, after its backup and before',
    'The next start makes up for it. The backup from before it is there, whole.',
  ],
  backup: ['a backup of 4,000 changes', 'No backup in the list is a part of one; the next is made as usual.'],
  merge: [
    'opening a copy of the project with 4,000 more changes',
    'The project as before, or merged whole; opening the file again merges it.',
  ],
  import: [
    'opening a project of 4,000 changes',
    'No project of it, or the whole project; opening the file again brings it.',
  ],
  export: ['writing a project file over an older one', 'The older file, or the new one, whole.'],
};

const full: Record<FilledAct, [act: string, finds: string]> = {
  answer: [
    'answers until the disk takes no more',
    'Everything can be read. What was typed stays in the form, and is saved by itself once there is space.',
  ],
  migration: [
    'opening with a newer version',
    'The file is as it was, the version before goes on with it. Once there is space, it is brought up to date.',
  ],
  backup: ['a backup by hand', 'Nothing of it is left; once there is space, it is made.'],
  merge: [
    'opening a copy that knows more',
    'The project as before; once there is space, the file is merged.',
  ],
  import: ['opening another project', 'Nothing of it is there; once there is space, it opens.'],
  export: ['saving a project file there', 'No half file is left; once there is space, it is saved.'],
};

const asBefore = 'The next start shows everything that was saved.';

async function killedAnswers(times: number, longestLife: number): Promise<Outcome> {
  const { kills, acknowledged, lost, torn, problems } = await killWriters(times, longestLife);
  const tornActs = torn === 0 ? [] : [`${torn} acts are there in part`];
  return { told: [], kills, acknowledged, lost, problems: [...problems, ...tornActs] };
}

async function killedLinks(rounds: number): Promise<Outcome> {
  const { kills, acknowledged, missing, unsound, alike } = await killLinked(rounds);
  const problems = [
    ...(unsound === 0 ? [] : [`${unsound} times the shared file was not whole`]),
    ...(alike ? [] : ['the copies are not alike in the end']),
  ];
  return { told: [], kills, acknowledged, lost: missing, problems };
}

async function damagedEvidence(inputs: number): Promise<Outcome> {
  const { problems } = await damageEvidence(inputs);
  return { told: [], acknowledged: 0, lost: 0, problems };
}

export const faults: readonly Fault[] = [
  {
    name: 'Killed during an answer',
    act: 'SIGKILL to a process that saves answers and makes backups, also while it starts.',
    finds: `${asBefore} No act is there in part.`,
    run: (effort) => (effort === 'short' ? killedAnswers(10, 80) : killedAnswers(100, 300)),
  },
  ...Object.entries(killed).map(([act, [during, finds]]) => ({
    name: `Killed during ${/^[aei]/.test(act) ? 'an' : 'a'} ${act}`,
    act: `SIGKILL in the midst of ${during}, at moments spread over it.`,
    finds: `${asBefore} ${finds}`,
    run: (effort: 'short' | 'full') => killDuring(act as KilledAct, effort),
  })),
  {
    name: 'Killed while linked',
    act: 'SIGKILL to three copies that write to one shared file at once; parts and older states of the file come back from a sync tool.',
    finds: 'All three copies and the file say the same in the end.',
    run: (effort) => killedLinks(effort === 'short' ? 2 : 30),
  },
  ...Object.entries(full).map(([act, [during, finds]]) => ({
    name: `Disk full during ${/^[aei]/.test(act) ? 'an' : 'a'} ${act}`,
    act: `A disk of a few megabytes, filled; then ${during}.`,
    finds,
    run: () => fillDiskDuring(act as FilledAct),
  })),
  {
    name: 'Read-only folder',
    act: 'The folder and its files are write-protected.',
    finds: 'Everything can be read and exported. Once it may be written, saving goes on.',
    run: readOnlyFolder,
  },
  {
    name: 'Long and odd path',
    act: 'A database path of 240 characters with spaces, Unicode, and characters that mean something in addresses.',
    finds: 'Saving, backups and restoring work as anywhere.',
    run: oddPath,
  },
  {
    name: 'Clock jumps',
    act: 'The clock goes forward by ten years, back by eleven, to 1970, and forward by thirty; a copy with the right time is merged.',
    finds: 'What was said last stands, undo takes back the last act, the newest backup is listed first.',
    run: jumpingClock,
  },
  {
    name: 'Two instances',
    act: 'Two backends on one folder write to one question in turn; then the file is held for longer than one waits. (On the desktop a second start shows the window of the first.)',
    finds: 'Each shows what the other saved. What was held up is saved at the next try.',
    run: twoInstances,
  },
  {
    name: 'Corrupted page',
    act: 'A page of the table of changes is overwritten with noise, after a backup.',
    finds: 'The damaged file is kept as it is; restoring the backup brings everything back that it holds.',
    run: spoiledPage,
  },
  {
    name: 'WAL cut in what was not acknowledged',
    act: 'The WAL ends within the last act, as a power failure leaves it that comes before the act is acknowledged.',
    finds: 'Everything that was acknowledged is there; the act is not, not even in part.',
    run: () => cutWal('unacknowledged'),
  },
  {
    name: 'WAL cut in what was acknowledged',
    act: 'The WAL is cut within an act that the disk had confirmed, as only a failing disk does.',
    finds: 'Everything up to the cut is there, in whole acts, and one goes on from there.',
    loses: 'what the disk confirmed and then threw away; a backup or another copy may have it',
    run: () => cutWal('acknowledged'),
  },
  {
    name: 'Window crashed',
    act: 'The process of the window dies on the desktop (the double of Electron over Chromium).',
    finds: 'The window loads again by itself, at the same question, with the focus there and what was saved.',
    run: crashedWindow,
  },
  {
    name: 'Host hangs and goes on',
    act: 'SIGSTOP to the host while one types, SIGCONT once the page has said so.',
    finds: 'One can go on typing. The notice goes once everything is saved.',
    run: () => hungHost('goes on'),
  },
  {
    name: 'Host hangs and is started anew',
    act: 'SIGSTOP to the host while one types, then SIGKILL, and another start on the same folder.',
    finds: 'At the host’s new address the page saves what was typed while nobody answered.',
    run: () => hungHost('is started anew'),
  },
  {
    name: 'Damaged evidence',
    act: 'Damaged copies of every sample of evidence are given to every parser.',
    finds: 'What cannot be read is named with its line. No secret comes back.',
    run: (effort) => damagedEvidence(effort === 'short' ? 2000 : 100_000),
  },
];
