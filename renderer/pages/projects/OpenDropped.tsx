/**
 * Around every page: a project file that is dropped is opened; on a project's pages another copy of it is merged. What the
 * desktop app is given to open comes here too.
 */
import { useEffect } from 'react';
import { Outlet, useMatch } from 'react-router';
import { takeOpenedFiles } from '../../data/opened-files.ts';
import { useWords } from '../../words/words.ts';
import { DropZone } from './DropZone.tsx';
import { ImportState } from './ImportState.tsx';
import { useImport } from './use-import.ts';

export function OpenDropped() {
  const words = useWords();
  const { open, ...state } = useImport();
  const project = useMatch('/p/:project/*')?.params.project;
  useEffect(() => takeOpenedFiles(open), [open]);
  return (
    <DropZone
      label={project === undefined ? words.projects.drop : words.merge.drop}
      onFiles={(files) => open(files, project)}
    >
      <div>
        <ImportState {...state} />
        <Outlet />
      </div>
    </DropZone>
  );
}
