/** Capacity, computed: what the circuits and internet lines have to carry, what is left, and what remains when one is lost. */
import { type CircuitGroup, circuitGroups, edgesOf, sumOf, withHeadroom } from '../../assess/load.ts';
import { geographyName } from '../../assess/look-up.ts';
import { ridesExpressRoute } from '../../assess/planned.ts';
import { fill } from '../../content/words.ts';
import type { Block, Cell, Section } from '../blocks.ts';
import type { Context } from '../context.ts';
import { findingsIn } from '../part-findings.ts';
import { plain, toQuestion } from '../runs.ts';
import {
  answerSection,
  cell,
  findingList,
  fromQuestions,
  openLine,
  paragraph,
  present,
  section,
  tableBlock,
} from '../statements.ts';
import { rowName, withUnit } from '../values.ts';

export function capacityPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const { capacity } = context.words;
  const needs = [
    'peering.circuits.list',
    'scope.sites.list',
    'peering.design.services',
    'client.capacity.headroom',
  ];
  return {
    blocks: present([findingList(context, findingsIn(context, 'capacity'))]),
    sections: [
      section(context, 'capacity.circuits', capacity.circuits, [
        headroomLine(context),
        circuitTable(context),
        openLine(context, needs),
      ]),
      section(context, 'capacity.internet', capacity.internet, [
        internetTable(context),
        openLine(context, ['scope.today.edges', 'peering.circuits.fallback']),
      ]),
      answerSection(context, 'client.capacity'),
    ],
  };
}

function headroomLine(context: Context): Block {
  const percent = context.project.number('client.capacity.headroom');
  const { capacity } = context.words;
  return paragraph(
    plain(percent === undefined ? capacity.noHeadroom : fill(capacity.headroom, { percent })),
    fromQuestions(context, ['client.capacity.headroom']),
  );
}

type Judged = { needed: number; total: number | undefined; remaining: number | undefined };

function judge(context: Context, group: CircuitGroup): Judged {
  const headroom = usableHeadroom(context);
  const bandwidths = group.circuits.map((row) => row.bandwidth).filter((one) => one !== undefined);
  const total = bandwidths.length < group.circuits.length ? undefined : sumOf(bandwidths, (one) => one);
  const remaining = total === undefined ? undefined : total - Math.max(...bandwidths);
  return { needed: withHeadroom(group.load, headroom), total, remaining };
}

/** A share that leaves something to divide by; a hundred per cent free would need an endless line. */
function usableHeadroom(context: Context): number {
  const percent = context.project.number('client.capacity.headroom') ?? 0;
  return percent >= 0 && percent < 100 ? percent : 0;
}

/** The sizes sold for circuits of this kind that carry the share of one circuit. */
function nextSize(context: Context, group: CircuitGroup, needed: number): string | undefined {
  const isDirect = group.circuits.every((row) => row.model === 'direct');
  return context.reference['circuit-options'].items
    .flatMap((item) => (item.type === 'bandwidth' && item.mbps >= needed ? [item] : []))
    .filter((item) => item.offers.some((offer) => (offer === 'provider') !== isDirect))
    .sort((left, right) => left.mbps - right.mbps)[0]?.label;
}

function circuitTable(context: Context): Block | undefined {
  const { columns, caption, verdicts } = context.words.capacityTable;
  const rows = circuitGroups(context.project).map((group): Cell[] => {
    const { needed, total, remaining } = judge(context, group);
    const mbps = (value: number | undefined) => (value === undefined ? '' : withUnit(context, value, 'Mbps'));
    const known = group.load > 0;
    const size = known ? nextSize(context, group, needed / group.circuits.length) : undefined;
    const isEnough = known && total !== undefined && needed <= total;
    const survives = known && remaining !== undefined && group.load <= remaining;
    return [
      cell(context, geographyName(context.reference, group.key)),
      cell(context, group.circuits.map((row) => rowName(context, 'circuits', row.id)).join(', ')),
      cell(context, mbps(total)),
      cell(context, known ? mbps(group.load) : ''),
      cell(
        context,
        known ? mbps(needed) : '',
        known && total !== undefined ? (isEnough ? 'good' : 'risk') : undefined,
      ),
      cell(context, size ?? (known ? verdicts.beyond : '')),
      cell(
        context,
        !known || remaining === undefined
          ? ''
          : fill(survives ? verdicts.survives : verdicts.tooSmall, { remaining: mbps(remaining) }),
        !known || remaining === undefined ? undefined : survives ? 'good' : 'risk',
      ),
    ];
  });
  return tableBlock(
    caption,
    [
      { title: columns.group },
      { title: columns.circuits },
      { title: columns.bandwidth, align: 'end' },
      { title: columns.load, align: 'end' },
      { title: columns.needed, align: 'end' },
      { title: columns.size },
      { title: columns.without },
    ],
    rows,
    fromQuestions(context, [
      'peering.circuits.list',
      'scope.sites.list',
      'peering.design.services',
      'client.capacity.headroom',
    ]),
  );
}

/** Each internet line with what stays on it, and what comes to it when ExpressRoute fails. */
function internetTable(context: Context): Block | undefined {
  const { project } = context;
  const { columns, caption } = context.words.internetTable;
  const isFallback = project.said('peering.circuits.fallback', 'internet');
  const headroom = usableHeadroom(context);
  const used = [...edgesOf(project, 'internetEdge')];
  const rows = project
    .rows('edges')
    .filter((edge) => edge.kind !== 'express-route')
    .map((edge): Cell[] => {
      const sites = used.filter(([, id]) => id === edge.id).map(([site]) => site);
      const staying = sumOf(
        sites.filter((site) => site.path === 'internet'),
        (site) => site.peak,
      );
      const moving = isFallback ? sumOf(sites.filter(ridesExpressRoute), (site) => site.peak) : 0;
      const needed = withHeadroom(staying + moving, headroom);
      const mbps = (value: number) => withUnit(context, value, 'Mbps');
      const fits = edge.bandwidth === undefined ? undefined : needed <= edge.bandwidth ? 'good' : 'risk';
      return [
        cell(context, rowName(context, 'edges', edge.id)),
        cell(context, edge.bandwidth === undefined ? '' : mbps(edge.bandwidth)),
        cell(context, mbps(staying)),
        cell(context, isFallback ? mbps(moving) : ''),
        cell(context, mbps(needed), fits),
      ];
    });
  return tableBlock(
    caption,
    [
      { title: columns.edge },
      { title: columns.bandwidth, align: 'end' },
      { title: columns.staying, align: 'end' },
      { title: columns.moving, align: 'end' },
      { title: columns.needed, align: 'end' },
    ],
    rows,
    [
      toQuestion('scope.today.edges'),
      ...fromQuestions(context, [
        'scope.sites.list',
        'peering.circuits.fallback',
        'client.capacity.headroom',
      ]),
    ],
  );
}
