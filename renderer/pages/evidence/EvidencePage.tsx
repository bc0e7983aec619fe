/** Evidence: what Azure, routers and tools print, dropped or pasted, held against the answers, and kept with its date. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EvidenceKind } from '../../../shared/evidence/evidence.ts';
import { useNotices } from '../../data/use-notices.ts';
import { useProject } from '../../data/use-project.ts';
import { Page } from '../../frame/Page.tsx';
import { unseen } from '../../frame/unseen.ts';
import { useWords } from '../../words/words.ts';
import { DropZone } from '../projects/DropZone.tsx';
import { AddressLookup } from './AddressLookup.tsx';
import { Commands } from './Commands.tsx';
import { Intake } from './Intake.tsx';
import { KeptList } from './KeptList.tsx';
import { ReadingCard } from './ReadingCard.tsx';
import { TogetherCard } from './TogetherCard.tsx';
import { largestFile, type Reading, useReadings } from './use-readings.ts';

const useStyles = makeStyles({
  group: { marginTop: '28px' },
  heading: {
    margin: '0 0 10px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '14px' },
  heard: unseen,
});

export function EvidencePage() {
  const styles = useStyles();
  const words = useWords();
  const own = words.evidence;
  const project = useProject();
  const notices = useNotices();
  const [heard, setHeard] = useState('');
  const announce = useCallback(
    ({ name, state }: Reading) => {
      const head = state.kind === 'done' && state.result.ok ? state.result.head : undefined;
      setHeard(
        head
          ? own.announceRead(own.kinds[head.kind], head.counts.records)
          : own.announceRefused(name || own.pasted),
      );
    },
    [own],
  );
  const { readings, read, say, discard, settle } = useReadings(project.id, announce);

  const open = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        if (file.size > largestFile) notices.fail({ code: 'too-large', message: own.tooLarge });
        else read(file.name.slice(0, 300), { file });
      }
    },
    [read, notices, own],
  );
  const paste = useCallback(
    (text: string) => {
      if (text.trim() !== '') read('', { file: new File([text], '') });
    },
    [read],
  );
  usePastedAnywhere(open, paste);

  const readAgain = ({ key, name, source, part }: Reading, as?: EvidenceKind) =>
    read(name, source, { as, instead: key, part });
  const isEmpty = Object.keys(project.attachments).length === 0 && readings.length === 0;
  return (
    <DropZone label={own.drop} onFiles={open}>
      <Page title={own.title} intro={own.intro} narrow>
        <p className={styles.heard} role="status">
          {heard}
        </p>
        <Intake onFiles={open} onText={paste} />
        {readings.length > 0 ? (
          <section className={styles.group} aria-labelledby="evidence-pending">
            <h2 className={styles.heading} id="evidence-pending">
              {own.pending}
            </h2>
            <TogetherCard readings={readings} onKept={settle} />
            <ul className={styles.list}>
              {readings.map((reading) => (
                <li key={reading.key}>
                  <ReadingCard
                    reading={reading}
                    onReadAgain={(as) => readAgain(reading, as)}
                    onSay={(said) => say(reading.key, said)}
                    onDone={() => discard(reading.key)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <AddressLookup />
        <KeptList onReadAgain={(id, name) => read(name, { attachment: id })} />
        <Commands isOpen={isEmpty} />
      </Page>
    </DropZone>
  );
}

/** Ctrl+V anywhere on the page reads what is on the clipboard, unless somebody is typing somewhere. */
function usePastedAnywhere(open: (files: readonly File[]) => void, paste: (text: string) => void): void {
  const handlers = useRef({ open, paste });
  handlers.current = { open, paste };
  useEffect(() => {
    const hear = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (target?.closest('input, textarea, select, [contenteditable="true"]')) return;
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) handlers.current.open(files);
      else handlers.current.paste(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('paste', hear);
    return () => document.removeEventListener('paste', hear);
  }, []);
}
