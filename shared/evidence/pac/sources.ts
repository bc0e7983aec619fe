/** Who a PAC file is asked for: the client groups of a project, each by the first address of its networks. */
import type { Reader } from '../../assess/reader.ts';
import { formatAddress } from '../../network/address.ts';
import { getFirstHost } from '../../network/prefix.ts';
import { hostsToAsk } from './hosts.ts';
import type { PacSource } from './result.ts';

export function pacSources(project: Reader): PacSource[] {
  return project.rows('clientGroups').map(({ id, subnets }) => {
    const prefix = subnets?.map((text) => project.prefix(text)).find((one) => one !== undefined);
    return { id, address: prefix && formatAddress(getFirstHost(prefix)) };
  });
}

export function pacHosts(project: Reader): string[] {
  return hostsToAsk(
    project.reference,
    project.rows('environments').flatMap(({ address }) => address?.toLowerCase() ?? []),
  );
}
