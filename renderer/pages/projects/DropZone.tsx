/** Takes files that are dropped anywhere on the page. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';

const useStyles = makeStyles({
  root: { position: 'relative', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', minHeight: '100%' },
  target: {
    position: 'absolute',
    inset: '8px',
    display: 'grid',
    placeItems: 'center',
    zIndex: 3,
    pointerEvents: 'none',
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackgroundAlpha,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
});

export function DropZone({
  label,
  onFiles,
  children,
}: {
  label: string;
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent, so that only the count says whether the file is still above us.
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const count = (event: DragEvent, step: number) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    // A zone within a zone takes the files for itself.
    event.stopPropagation();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button "Open file" is everybody's.
    <div
      className={styles.root}
      onDragEnter={(event) => count(event, 1)}
      onDragLeave={(event) => count(event, -1)}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? <div className={styles.target}>{label}</div> : null}
    </div>
  );
}
