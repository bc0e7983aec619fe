-- Schema 1, as the migrations make it. Written by test/db/migrate.test.ts.

CREATE TABLE acts (
  project INTEGER NOT NULL REFERENCES projects (key),
  author TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  batch TEXT NOT NULL,
  PRIMARY KEY (project, author, state, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE blob_links (
  project INTEGER NOT NULL REFERENCES projects (key),
  hash TEXT NOT NULL REFERENCES blobs (hash),
  PRIMARY KEY (project, hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX blob_links_by_hash ON blob_links (hash);

CREATE TABLE blobs (
  hash TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TRIGGER changes_are_never_updated BEFORE UPDATE ON changes
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;

CREATE TRIGGER changes_are_only_purged BEFORE DELETE ON changes
WHEN (SELECT purging FROM projects WHERE key = OLD.project) = 0
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;

CREATE TABLE changes (
  position INTEGER PRIMARY KEY,
  project INTEGER NOT NULL REFERENCES projects (key),
  id TEXT NOT NULL,
  path TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  parents TEXT NOT NULL,
  copy TEXT NOT NULL,
  clock INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  origin TEXT NOT NULL,
  batch TEXT NOT NULL
) STRICT;

CREATE INDEX changes_by_clock ON changes (project, clock);

CREATE UNIQUE INDEX changes_by_id ON changes (project, id);

CREATE INDEX changes_by_path ON changes (project, path, clock);

CREATE TABLE current (
  project INTEGER NOT NULL REFERENCES projects (key),
  path TEXT NOT NULL,
  value TEXT NOT NULL,
  change_id TEXT NOT NULL,
  clock INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  heads TEXT,
  PRIMARY KEY (project, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX current_with_rivals ON current (project) WHERE heads IS NOT NULL;

CREATE TABLE projects (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  copy TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  customer TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL,
  deleted_at INTEGER,
  purging INTEGER NOT NULL DEFAULT 0,
  change_count INTEGER NOT NULL DEFAULT 0,
  last_clock INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE summaries (
  project INTEGER NOT NULL PRIMARY KEY REFERENCES projects (key),
  content_version TEXT NOT NULL,
  change_count INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT;
