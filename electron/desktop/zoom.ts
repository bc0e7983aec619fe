/** How large the page is shown: by menu, key or wheel, within limits, and the same again at the next start. */
import type { WebContents } from 'electron';
import type { Memory } from './remembered.ts';

/** A level is a fifth larger or smaller, so these are about 48 % and 300 %. */
const limits = { least: -4, most: 6 };
const step = 0.5;

export function zoom(contents: WebContents, direction: 'in' | 'out' | 'actual', memory: Memory): void {
  const change = { in: step, out: -step, actual: -contents.getZoomLevel() }[direction];
  const level = Math.min(limits.most, Math.max(limits.least, contents.getZoomLevel() + change));
  contents.setZoomLevel(level);
  memory.keep({ zoomLevel: level });
}

export function keepZoom(contents: WebContents, memory: Memory): void {
  contents.on('zoom-changed', (_event, direction) => zoom(contents, direction, memory));
  contents.on('did-finish-load', () => contents.setZoomLevel(memory.now.zoomLevel));
}
