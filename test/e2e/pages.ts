/** The pages that are looked at by machine and by eye: the name of each, and how to get there in the sample project. */

export type ShownPage = { name: string; address: (project: string) => string };

export const shownPages: readonly ShownPage[] = [
  { name: 'projects', address: () => '/' },
  { name: 'overview', address: (project) => `/p/${project}` },
  { name: 'findings', address: (project) => `/p/${project}/findings` },
  { name: 'official', address: (project) => `/p/${project}/official` },
  { name: 'settings', address: () => '/settings' },
];
