/** How large each part of the packed app may be, Electron itself aside; docs/packaging.md says why. */
export const sizeBudget: Readonly<Record<string, { where: RegExp; megabytes: number }>> = {
  'hosts and backend': { where: /^(out\/(main|preload)\/|package\.json$)/, megabytes: 5 },
  pages: { where: /^out\/renderer\//, megabytes: 6 },
  'page setting (Typst)': { where: /^node_modules\/@myriaddreamin\//, megabytes: 58 },
  'pictures (resvg)': { where: /^node_modules\/@resvg\//, megabytes: 6 },
  'database (SQLite)': { where: /^node_modules\/better-sqlite3\//, megabytes: 4 },
  fonts: { where: /^node_modules\/@expo-google-fonts\//, megabytes: 25 },
  'PAC files (QuickJS)': { where: /^node_modules\/(@jitl|quickjs)/, megabytes: 4 },
  // Last: whatever no part above has claimed.
  'spreadsheet reader and the like': { where: /^node_modules\//, megabytes: 3 },
};
