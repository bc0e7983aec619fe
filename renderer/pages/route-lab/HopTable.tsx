/** The hops of a flow there and back: where it is, what decides that it goes on, and what its address becomes. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { RouteFlow, RouteHop } from '../../../shared/network/route-trace.ts';
import { useWords } from '../../words/words.ts';
import { useLabStyles } from './lab-styles.ts';

const useStyles = makeStyles({
  place: { width: '1%', whiteSpace: 'nowrap' },
  hop: { width: '28%' },
  because: { width: '58%' },
  part: {
    padding: '10px 8px 4px',
    textAlign: 'start',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

/** `endsAt` is the hop where a bad end comes about. */
export function HopTable({ flow, endsAt }: { flow: RouteFlow; endsAt: RouteHop | undefined }) {
  const styles = useStyles();
  const lab = useLabStyles();
  const words = useWords().routeLab.hops;
  const hasTranslation = [...flow.request, ...flow.reply].some((hop) => hop.translation);
  const columns = hasTranslation ? 4 : 3;
  const rows = (title: string, hops: readonly RouteHop[], from: number, nothing?: string) => (
    <tbody>
      <tr>
        <th className={styles.part} scope="rowgroup" colSpan={columns}>
          {title}
        </th>
      </tr>
      {hops.length === 0 && nothing !== undefined ? (
        <tr>
          <td className={mergeClasses(lab.cell, lab.quiet)} colSpan={columns}>
            {nothing}
          </td>
        </tr>
      ) : null}
      {hops.map((hop, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a hop is its place on the way; the same node may come twice
        <tr key={place} className={hop === endsAt ? lab.bad : undefined}>
          <td className={mergeClasses(lab.cell, lab.number, styles.place)}>{from + place}</td>
          <th className={mergeClasses(lab.cell, styles.hop, hop === endsAt && lab.bad)} scope="row">
            {hop.label}
          </th>
          <td className={mergeClasses(lab.cell, styles.because)}>{hop.because}</td>
          {hasTranslation ? (
            <td className={mergeClasses(lab.cell, lab.address)}>
              {hop.translation ? words.translated(hop.translation.before, hop.translation.after) : null}
            </td>
          ) : null}
        </tr>
      ))}
    </tbody>
  );
  return (
    <section className={mergeClasses(lab.card, lab.scroll)} aria-label={words.label}>
      <table className={lab.table} aria-label={words.label}>
        <thead>
          <tr>
            <th className={lab.column} scope="col">
              #
            </th>
            <th className={lab.column} scope="col">
              {words.hop}
            </th>
            <th className={lab.column} scope="col">
              {words.because}
            </th>
            {hasTranslation ? (
              <th className={lab.column} scope="col">
                {words.translation}
              </th>
            ) : null}
          </tr>
        </thead>
        {rows(words.there, flow.request, 1)}
        {rows(words.back, flow.reply, flow.request.length + 1, words.noReply)}
      </table>
    </section>
  );
}
