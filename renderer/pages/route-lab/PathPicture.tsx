/** The network with the chosen flow drawn on it, there and back; a part that is clicked is switched off, or on again. */
import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import { layout } from '../../../shared/diagram/layout.ts';
import { paint } from '../../../shared/diagram/paint.ts';
import type { DiagramTheme } from '../../../shared/diagram/palette.ts';
import { partAt } from '../../../shared/diagram/strokes.ts';
import { diagramWordsOf } from '../../../shared/diagram/words/words.ts';
import { readerOf } from '../../../shared/document/context.ts';
import type { RouteFlow, RouteHop, RoutePart } from '../../../shared/network/route-trace.ts';
import { referenceInUse } from '../../data/reference-in-use.ts';
import { useStoredChoice } from '../../data/stored-choice.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject } from '../../data/use-project.ts';
import { useSettings } from '../../data/use-workspace.ts';
import { Segmented } from '../../fields/Segmented.tsx';
import { svgAddress } from '../../frame/svg-address.ts';
import { useTheme } from '../../frame/theme.ts';
import { useSaveFile } from '../../frame/use-save-file.ts';
import { isoDay } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { paintPng } from '../progress/paint-png.ts';
import { useLabStyles } from './lab-styles.ts';
import { PictureParts } from './PictureParts.tsx';

const useStyles = makeStyles({
  card: { padding: '10px 12px 8px' },
  scroll: { overflow: 'auto' },
  frame: { position: 'relative', margin: '0 auto' },
  fit: { width: '100%' },
  picture: { display: 'block', width: '100%', height: 'auto', borderRadius: tokens.borderRadiusMedium },
});

type PathPictureProps = {
  flow: RouteFlow | undefined;
  endsAt: RouteHop | undefined;
  parts: readonly RoutePart[];
  off: readonly string[];
  onToggle: (parts: readonly string[]) => void;
};

export function PathPicture({ flow, endsAt, parts, off, onToggle }: PathPictureProps) {
  const styles = useStyles();
  const lab = useLabStyles();
  const says = useWords().routeLab.picture;
  const project = useProject();
  const reference = referenceInUse();
  const theme = useTheme(useSettings().data?.theme ?? 'system').name;
  const [size, setSize] = useStoredChoice('route-lab-size', ['fit', 'full'] as const);
  const read = useMemo(
    () => readerOf({ view: project, today: isoDay(Date.now()), reference }),
    [project, reference],
  );
  const words = diagramWordsOf(project.language);
  const whole = useMemo(() => layout(read, words), [read, words]);
  // In a large network rows are counted in groups; those that the flow passes are then drawn apart.
  const apart = [...(flow?.request ?? []), ...(flow?.reply ?? [])]
    .map(({ node }) => node)
    .filter((node) => isInGroup(partAt(whole, node)))
    .join('\n');
  const drawn = useMemo(
    () => (apart === '' ? whole : layout(read, words, { apart: apart.split('\n') })),
    [read, words, whole, apart],
  );
  const paintIn = (inTheme: DiagramTheme) => {
    const broken = parts.filter((part) => off.includes(part.id)).map((part) => part.node);
    return paint(drawn, {
      theme: inTheme,
      words,
      highlight: {
        forward: flow?.request.map((hop) => hop.node) ?? [],
        reply: flow?.reply.map((hop) => hop.node) ?? [],
        broken: endsAt ? [...broken, endsAt.node] : broken,
      },
    });
  };
  const picture = paintIn(theme);
  const isFit = size === 'fit';
  return (
    <section className={mergeClasses(lab.card, styles.card)} aria-label={says.label}>
      <div className={lab.head}>
        <span className={mergeClasses(lab.quiet, lab.small)}>{says.hint}</span>
        <div className={lab.end}>
          <Segmented
            small
            label={says.size}
            choices={(['fit', 'full'] as const).map((value) => ({ value, label: says.sizes[value] }))}
            value={size}
            onChoose={setSize}
          />
          <Exports picture={() => paintIn('print')} />
        </div>
      </div>
      <div className={styles.scroll}>
        <div
          className={mergeClasses(styles.frame, isFit && styles.fit)}
          style={isFit ? { maxWidth: picture.width } : { width: picture.width }}
        >
          <img
            className={styles.picture}
            src={svgAddress(picture.svg)}
            alt={picture.alt}
            width={picture.width}
            height={picture.height}
          />
          <PictureParts layout={drawn} height={picture.height} parts={parts} off={off} onToggle={onToggle} />
        </div>
      </div>
    </section>
  );
}

const isInGroup = (box: string | undefined) => box?.includes('/group:') === true;

/** Pictures leave in black on white, whatever the screen shows. */
function Exports({ picture }: { picture: () => ReturnType<typeof paint> }) {
  const words = useWords().routeLab.picture;
  const notices = useNotices();
  const saveFile = useSaveFile();
  const save = (
    ending: keyof typeof words.exports,
    content: string | Uint8Array<ArrayBuffer>,
    type: string,
  ) => void saveFile(`${words.file}.${ending}`, content, type);
  const savePng = async () => {
    const bytes = await paintPng(picture());
    if (bytes) save('png', bytes, 'image/png');
    else notices.warn(words.failed, '');
  };
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small">{words.export}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => save('svg', picture().svg, 'image/svg+xml')}>{words.exports.svg}</MenuItem>
          <MenuItem onClick={() => void savePng()}>{words.exports.png}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
