/** A version to come, with a migration that changes much: for faults in the midst of one. */
import { type Migration, migrations } from '../../db/migrate.ts';

const next: Migration = {
  name: '002-next',
  up: (database) =>
    database.exec(`
      ALTER TABLE projects ADD COLUMN colour TEXT NOT NULL DEFAULT 'none';
      CREATE TABLE changes_again AS SELECT * FROM changes;
      CREATE INDEX changes_again_by_path ON changes_again (path, clock);
      UPDATE current SET value = value || ' ';`),
};

export const nextSteps: readonly Migration[] = [...migrations, next];
export const beforeNext = `before-migration-${nextSteps.length}`;
