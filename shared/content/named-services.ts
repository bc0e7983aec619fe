/** The services that other answers name, by their rows in the table that asks for their paths: nobody types them twice. */

/** Most carry the same name in both places. */
const rowsOfOtherName: Readonly<Record<string, string>> = { 'azure-public': 'azure-services' };

/** The row that an option of the services in use stands for. */
export const serviceOf = (used: string): string => rowsOfOtherName[used] ?? used;

/** What Microsoft calls in one's own network is a service with a path of its own. */
export const callingService = 'web-services-out';

export function namedServices(used: readonly string[], isCalled: boolean): string[] {
  return [...used.map(serviceOf), ...(isCalled ? [callingService] : [])];
}
