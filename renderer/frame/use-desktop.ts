/** Where the page runs in the desktop app: does what its menu asks, and tells it what is shown. In a browser, nothing. */
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { Command } from '../../shared/desktop.ts';
import { desktop } from '../api.ts';
import { useOptionalProject } from '../data/use-project.ts';
import { changeSettings, useSettings } from '../data/use-workspace.ts';
import { useWords } from '../words/words.ts';
import { guideAddress, overviewAddress, projectsAddress, settingsAddress } from './addresses.ts';
import { useExportPlan, useExportProject } from './use-export.ts';
import { takesText } from './use-shortcuts.ts';
import { useUndo } from './use-undo.ts';

export function useDesktop(onOpen: (what: 'palette' | 'shortcuts') => void): void {
  const navigate = useNavigate();
  const open = useOptionalProject();
  const project = open?.id;
  const exportProject = useExportProject();
  const exportPlan = useExportPlan();
  const undo = useUndo(project);

  useEffect(() => {
    const go = (address: string) => void navigate(address);
    const obey = (command: Command): void => {
      if (command.name === 'new-project') go(`${projectsAddress}?new`);
      else if (command.name === 'projects') go(projectsAddress);
      else if (command.name === 'settings') go(settingsAddress(project));
      else if (command.name === 'guide') go(guideAddress(project));
      else if (command.name === 'handbook') go(guideAddress(project, { view: 'handbook' }));
      else if (command.name === 'open-project') go(overviewAddress(command.project));
      else if (command.name === 'search') onOpen('palette');
      else if (command.name === 'shortcuts') onOpen('shortcuts');
      else if (command.name === 'theme') void changeSettings({ theme: command.theme });
      else if (command.name === 'undo' || command.name === 'redo') {
        // In a field it is the field's own history, which pages reach in no other way.
        if (takesText(document.activeElement)) document.execCommand(command.name);
        else undo(command.name);
      } else if (project === undefined) return;
      else if (command.name === 'export-project') exportProject(project);
      else exportPlan(project, { format: command.format, audience: 'engineer' });
    };
    return desktop?.onMessage((message) => {
      if (message.kind === 'command') obey(message.command);
    });
  }, [navigate, project, exportProject, exportPlan, undo, onOpen]);

  useTellShown(open ? { id: open.id, name: open.name } : null);
}

/** Told once there is something to tell; from then on the page also takes what was opened before it listened. */
function useTellShown(project: { id: string; name: string } | null): void {
  const theme = useSettings().data?.theme;
  const { language } = useWords();
  const id = project?.id;
  const name = project?.name;
  useEffect(() => {
    if (theme === undefined) return;
    const shown = id === undefined || name === undefined ? null : { id, name };
    desktop?.tell({
      kind: 'shown',
      shown: { project: shown, theme, language },
    });
  }, [id, name, theme, language]);
}
