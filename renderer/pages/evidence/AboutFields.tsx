/** What a piece of evidence is about: the circuit, the link, the edge, the site, as far as its kind has one. */
import { Field, Select } from '@fluentui/react-components';
import type { EvidenceKind } from '../../../shared/evidence/evidence.ts';
import type { EvidenceAbout } from '../../../shared/evidence/kept.ts';
import { useProject } from '../../data/use-project.ts';
import { rowLabel } from '../../fields/choices.ts';
import { useWords } from '../../words/words.ts';

type Link = 'primary' | 'secondary';

const ofCircuit: readonly EvidenceKind[] = [
  'peering',
  'circuit-routes',
  'circuit-route-summary',
  'arp',
  'circuit-traffic',
  'router-config',
  'bgp-table',
  'sent-routes',
];
const ofLink: readonly EvidenceKind[] = [
  'circuit-routes',
  'circuit-route-summary',
  'arp',
  'bgp-table',
  'sent-routes',
];
const ofEdge: readonly EvidenceKind[] = [
  'bgp-table',
  'sent-routes',
  'routing-table',
  'bgp-summary',
  'router-config',
];
const ofSite: readonly EvidenceKind[] = ['trace'];

/** Whether a kind has anything of that sort to say. */
export const hasAbout = (kind: EvidenceKind) =>
  [ofCircuit, ofLink, ofEdge, ofSite].some((kinds) => kinds.includes(kind));

type AboutFieldsProps = {
  kind: EvidenceKind;
  about: EvidenceAbout;
  link: Link | undefined;
  onAbout: (about: EvidenceAbout) => void;
  onLink: (link: Link | undefined) => void;
};

export function AboutFields({ kind, about, link, onAbout, onLink }: AboutFieldsProps) {
  const words = useWords().evidence;
  const without = (field: 'circuit' | 'edge' | 'site', value: string): EvidenceAbout => {
    const { [field]: _was, ...rest } = about;
    return value === '' ? rest : { ...rest, [field]: value };
  };
  return (
    <>
      {ofCircuit.includes(kind) ? (
        <RowSelect
          label={words.circuit}
          table="circuits"
          value={about.circuit}
          onChange={(value) => onAbout(without('circuit', value))}
        />
      ) : null}
      {ofLink.includes(kind) ? (
        <Field label={words.link}>
          <Select
            value={link ?? ''}
            onChange={(_, data) => onLink(data.value === '' ? undefined : (data.value as Link))}
          >
            <option value="">{words.notSaid}</option>
            <option value="primary">{words.links.primary}</option>
            <option value="secondary">{words.links.secondary}</option>
          </Select>
        </Field>
      ) : null}
      {ofEdge.includes(kind) ? (
        <RowSelect
          label={words.edge}
          table="edges"
          value={about.edge}
          onChange={(value) => onAbout(without('edge', value))}
        />
      ) : null}
      {ofSite.includes(kind) ? (
        <RowSelect
          label={words.site}
          table="sites"
          value={about.site}
          onChange={(value) => onAbout(without('site', value))}
        />
      ) : null}
    </>
  );
}

type RowSelectProps = {
  label: string;
  table: 'circuits' | 'edges' | 'sites';
  value: string | undefined;
  onChange: (value: string) => void;
};

function RowSelect({ label, table, value, onChange }: RowSelectProps) {
  const words = useWords().evidence;
  const { tables } = useProject();
  return (
    <Field label={label}>
      <Select value={value ?? ''} onChange={(_, data) => onChange(data.value)}>
        <option value="">{words.notSaid}</option>
        {(tables[table] ?? []).map((row) => (
          <option key={row.id} value={row.id}>
            {rowLabel(table, row, tables) || row.id}
          </option>
        ))}
      </Select>
    </Field>
  );
}
