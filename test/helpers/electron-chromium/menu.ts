/** `Menu`: builds and keeps the menu, and does what an entry is for when it is chosen. */
import type Electron from 'electron';

type Template = Electron.MenuItemConstructorOptions;
type Item = Pick<Electron.MenuItem, 'id' | 'label' | 'enabled' | 'checked'> & {
  role: string | undefined;
  submenu: MenuDouble | undefined;
  click: () => void;
};

/** What is done by roles is Electron's and not ours; of them the double does what ends things. */
type Roles = Partial<Record<string, () => void>>;
export const roles: Roles = {};

class MenuDouble {
  readonly items: Item[];

  constructor(template: readonly Template[]) {
    this.items = template.map((one) => ({
      id: one.id ?? '',
      label: one.label ?? '',
      enabled: one.enabled ?? true,
      checked: one.checked ?? false,
      role: one.role,
      submenu: Array.isArray(one.submenu) ? new MenuDouble(one.submenu) : undefined,
      click: () => {
        if (one.enabled === false) return;
        if (one.click) (one.click as () => void)();
        else roles[one.role ?? '']?.();
      },
    }));
  }

  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

let current: MenuDouble | null = null;

export const Menu = {
  buildFromTemplate: (template: Template[]) => new MenuDouble(template),
  setApplicationMenu: (menu: MenuDouble | null): void => {
    current = menu;
  },
  getApplicationMenu: (): MenuDouble | null => current,
} as unknown as Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu' | 'getApplicationMenu'>;
