/** What Microsoft calls in your network, what happens to Microsoft 365, and how the way is protected. */
import { m365Services, ridesExpressRoute } from '../../assess/planned.ts';
import type { Block, Section } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import { alikeTable, projectTables } from '../project-tables.ts';
import { plain } from '../runs.ts';
import {
  answerPairs,
  answerSection,
  cell,
  findingList,
  fromQuestions,
  openLine,
  paragraph,
  present,
  remark,
  section,
  tableBlock,
} from '../statements.ts';
import { servicesByPath } from './scope.ts';
import { wholeTable } from './whole-table.ts';

export function outboundPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const subnets = projectTables(context, 'subnets', [
    'name',
    'azureRegion',
    'prefix',
    'production',
    'nonProduction',
    'natGateway',
  ]);
  return {
    blocks: present([
      answerPairs(context, ['scope.services.outbound']),
      findingList(context, findingsIn(context, 'outbound')),
      openLine(context, ['scope.services.outbound']),
    ]),
    sections: [
      answerSection(context, 'routing.outbound', { before: wholeTable(context, 'endpoints') }),
      answerSection(context, 'routing.virtual-network', { after: subnets }),
      answerSection(context, 'peering.gateway'),
    ],
  };
}

export function m365Part(context: Context): { blocks: Block[]; sections: Section[] } {
  const { m365 } = context.words;
  const rows = context.project
    .rows('services')
    .filter(
      (row) =>
        row.service !== undefined && [...m365Services, 'sign-in', 'admin-portals'].includes(row.service),
    );
  const riding = rows.filter((row) => m365Services.includes(row.service ?? '') && ridesExpressRoute(row));
  const isPlanned = context.project.said('scope.services.m365', 'yes') || riding.length > 0;
  return {
    blocks: present([
      isPlanned || rows.length === 0
        ? undefined
        : paragraph(
            plain(m365.staysOnInternet),
            fromQuestions(context, ['scope.services.m365', 'peering.design.services']),
          ),
      answerPairs(context, ['scope.services.m365']),
      servicesByPath(context, m365.paths, rows),
      findingList(context, findingsIn(context, 'm365')),
      openLine(context, ['scope.services.m365']),
    ]),
    sections: [
      answerSection(context, 'justification.m365'),
      answerSection(context, 'peering.m365'),
      section(context, 'm365.carried', m365.carried, [
        isPlanned
          ? carriedTable(context)
          : remark(m365.notPlanned, fromQuestions(context, ['scope.services.m365'])),
      ]),
    ],
  };
}

/** What of each service rides ExpressRoute and what stays on the internet whatever is planned, from the dated list. */
function carriedTable(context: Context): Block | undefined {
  const { columns, caption } = context.words.carriedTable;
  const rows = context.reference['m365-services'].items.flatMap((item) =>
    item.type === 'service'
      ? [
          [
            cell(context, item.name),
            cell(context, item.community),
            cell(context, context.words.communityTable.authorisations[item.authorisation]),
            cell(context, item.onExpressRoute.join(', ')),
            cell(context, item.internetOnly.join(', ')),
          ],
        ]
      : [],
  );
  return tableBlock(
    caption,
    [
      { title: columns.service },
      { title: columns.community },
      { title: columns.permission },
      { title: columns.carried },
      { title: columns.internet },
    ],
    rows,
    fromQuestions(context, ['scope.services.m365']),
  );
}

export function securityPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { security } = context.words;
  const administration = [
    'peering.filter.owner',
    'golive.operations.roles',
    'golive.operations.logs',
    'golive.operations.keys',
    'peering.parameters.keys',
  ];
  return {
    blocks: present([findingList(context, findingsIn(context, 'security'))]),
    sections: [
      answerSection(context, 'peering.security', {
        after: [...alikeTable(context, 'circuits', ['encryption'], security.encryption)],
      }),
      section(context, 'security.edges', security.edges, [
        ...alikeTable(context, 'edges', ['firewall', 'sourceNat'], security.edges),
        answerPairs(context, ['peering.design.placement', 'routing.outbound.trusted']),
        openLine(context, ['scope.today.edges', 'peering.design.placement', 'routing.outbound.trusted']),
      ]),
      section(context, 'security.published', security.published, [
        ...alikeTable(
          context,
          'endpoints',
          ['path', 'inspection', 'authentication', 'otherCallers'],
          security.published,
        ),
        openLine(context, ['routing.outbound.endpoints']),
      ]),
      section(context, 'security.administration', security.administration, [
        answerPairs(context, administration),
        openLine(context, administration),
      ]),
    ],
  };
}
