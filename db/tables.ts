/** The prepared tables of one open database, so that each statement is prepared once. */
import type Database from 'better-sqlite3';
import { ActTable } from './acts.ts';
import { BlobTable } from './blobs.ts';
import { ChangeTable } from './changes.ts';
import { LookBack } from './look-back.ts';
import { Projection } from './projection.ts';
import { ProjectTable } from './projects.ts';
import { SettingTable } from './settings.ts';
import { SummaryTable } from './summaries.ts';

export type Tables = {
  projects: ProjectTable;
  changes: ChangeTable;
  lookBack: LookBack;
  projection: Projection;
  acts: ActTable;
  blobs: BlobTable;
  settings: SettingTable;
  summaries: SummaryTable;
};

export function prepareTables(database: Database.Database): Tables {
  return {
    projects: new ProjectTable(database),
    changes: new ChangeTable(database),
    lookBack: new LookBack(database),
    projection: new Projection(database),
    acts: new ActTable(database),
    blobs: new BlobTable(database),
    settings: new SettingTable(database),
    summaries: new SummaryTable(database),
  };
}
