/** The application menu: what each platform expects, with what is shown deciding what can be chosen. */
import type { MenuItemConstructorOptions } from 'electron';
import { themes } from '../../shared/contract/workspace.ts';
import type { Command, Shown } from '../../shared/desktop.ts';
import type { PlanFormat } from '../../shared/document/formats.ts';
import type { Remembered } from './remembered.ts';
import type { DesktopWords } from './words/en.ts';

export type MenuActs = {
  command: (command: Command) => void;
  open: () => void;
  print: () => void;
  printToPdf: () => void;
  zoom: (direction: 'in' | 'out' | 'actual') => void;
  clearRecent: () => void;
  about: () => void;
};

export type MenuOptions = {
  platform: NodeJS.Platform;
  developerTools: boolean;
  words: DesktopWords;
  shown: Pick<Shown, 'project' | 'theme'>;
  recent: Remembered['recent'];
  acts: MenuActs;
};

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

export function menuTemplate(options: MenuOptions): Item[] {
  const mac = options.platform === 'darwin';
  return [
    ...(mac ? [appMenu(options)] : []),
    fileMenu(options, mac),
    editMenu(options, mac),
    viewMenu(options),
    windowMenu(options, mac),
    helpMenu(options, mac),
  ];
}

/** Only where the platform has one: about, settings and quit stand here and nowhere else. */
function appMenu({ words, acts }: MenuOptions): Item {
  return {
    label: 'Onramp',
    submenu: [
      { id: 'about', label: words.about, click: acts.about },
      separator,
      settingsItem(words, acts),
      separator,
      { role: 'services', label: words.services },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.unhide },
      separator,
      { role: 'quit', label: words.quitApp },
    ],
  };
}

const settingsItem = (words: DesktopWords, { command }: MenuActs): Item => ({
  id: 'settings',
  label: words.settings,
  accelerator: 'CommandOrControl+,',
  click: () => command({ name: 'settings' }),
});

function fileMenu({ words, shown, recent, acts }: MenuOptions, mac: boolean): Item {
  const { command } = acts;
  const opened: Item[] = recent.map(({ id, name }) => ({
    id: `recent ${id}`,
    // A name is text, so that its ampersand is no key.
    label: name.replaceAll('&', '&&'),
    click: () => command({ name: 'open-project', project: id }),
  }));
  return {
    label: words.file,
    submenu: [
      {
        id: 'new-project',
        label: words.newProject,
        accelerator: 'CommandOrControl+N',
        click: () => command({ name: 'new-project' }),
      },
      { id: 'open', label: words.open, accelerator: 'CommandOrControl+O', click: acts.open },
      {
        id: 'open-recent',
        label: words.openRecent,
        submenu:
          opened.length === 0
            ? [{ label: words.noRecent, enabled: false }]
            : [
                ...opened,
                separator,
                { id: 'clear-recent', label: words.clearRecent, click: acts.clearRecent },
              ],
      },
      separator,
      {
        id: 'export',
        label: words.export,
        enabled: shown.project !== null,
        submenu: [
          {
            id: 'export-project',
            label: words.projectFile,
            accelerator: 'CommandOrControl+E',
            enabled: shown.project !== null,
            click: () => command({ name: 'export-project' }),
          },
          separator,
          ...(Object.keys(words.formats) as PlanFormat[]).map(
            (format): Item => ({
              id: `export-plan ${format}`,
              label: words.formats[format],
              enabled: shown.project !== null,
              click: () => command({ name: 'export-plan', format }),
            }),
          ),
        ],
      },
      { id: 'print', label: words.print, accelerator: 'CommandOrControl+P', click: acts.print },
      { id: 'print-to-pdf', label: words.printToPdf, click: acts.printToPdf },
      separator,
      ...(mac
        ? [{ role: 'close', label: words.close } as const]
        : [settingsItem(words, acts), separator, { role: 'quit', label: words.quit } as const]),
    ],
  };
}

/** In a field, undo is the field's; elsewhere it is the project's. Only the page knows which, and it has the keys already. */
function editMenu({ words, acts, platform }: MenuOptions, mac: boolean): Item {
  const { command } = acts;
  return {
    label: words.edit,
    submenu: [
      {
        id: 'undo',
        label: words.undo,
        accelerator: 'CommandOrControl+Z',
        registerAccelerator: false,
        click: () => command({ name: 'undo' }),
      },
      {
        id: 'redo',
        label: words.redo,
        accelerator: platform === 'win32' ? 'Control+Y' : 'Shift+CommandOrControl+Z',
        registerAccelerator: false,
        click: () => command({ name: 'redo' }),
      },
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      ...(mac ? [{ role: 'pasteAndMatchStyle', label: words.pasteAndMatchStyle } as const] : []),
      { role: 'selectAll', label: words.selectAll },
      separator,
      {
        id: 'search',
        label: words.search,
        accelerator: 'CommandOrControl+K',
        registerAccelerator: false,
        click: () => command({ name: 'search' }),
      },
    ],
  };
}

function viewMenu({ words, shown, acts, developerTools }: MenuOptions): Item {
  const { command } = acts;
  return {
    label: words.view,
    submenu: [
      { id: 'projects', label: words.allProjects, click: () => command({ name: 'projects' }) },
      separator,
      {
        id: 'zoom-actual',
        label: words.actualSize,
        accelerator: 'CommandOrControl+0',
        click: () => acts.zoom('actual'),
      },
      {
        id: 'zoom-in',
        label: words.zoomIn,
        accelerator: 'CommandOrControl+Plus',
        click: () => acts.zoom('in'),
      },
      // The plus sign without the shift key, where a keyboard has it above the equals sign.
      {
        visible: false,
        label: words.zoomIn,
        accelerator: 'CommandOrControl+=',
        click: () => acts.zoom('in'),
      },
      {
        id: 'zoom-out',
        label: words.zoomOut,
        accelerator: 'CommandOrControl+-',
        click: () => acts.zoom('out'),
      },
      separator,
      {
        id: 'theme',
        label: words.theme,
        submenu: themes.map(
          (theme): Item => ({
            id: `theme ${theme}`,
            label: words.themes[theme],
            type: 'radio',
            checked: shown.theme === theme,
            click: () => command({ name: 'theme', theme }),
          }),
        ),
      },
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(developerTools
        ? [
            separator,
            { role: 'reload', label: words.reload } as const,
            { role: 'toggleDevTools', label: words.developerTools } as const,
          ]
        : []),
    ],
  };
}

function windowMenu({ words }: MenuOptions, mac: boolean): Item {
  return {
    role: 'window',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize },
      ...(mac
        ? [
            { role: 'zoom', label: words.zoom } as const,
            separator,
            { role: 'front', label: words.front } as const,
          ]
        : [{ role: 'close', label: words.close } as const]),
    ],
  };
}

function helpMenu({ words, acts }: MenuOptions, mac: boolean): Item {
  return {
    role: 'help',
    label: words.help,
    submenu: [
      {
        id: 'guide',
        label: words.guide,
        accelerator: 'F1',
        click: () => acts.command({ name: 'guide' }),
      },
      {
        id: 'handbook',
        label: words.handbook,
        click: () => acts.command({ name: 'handbook' }),
      },
      {
        id: 'shortcuts',
        label: words.shortcuts,
        click: () => acts.command({ name: 'shortcuts' }),
      },
      ...(mac ? [] : [separator, { id: 'about', label: words.about, click: acts.about }]),
    ],
  };
}
