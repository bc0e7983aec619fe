/** The whole screen where the browser gives it; nothing depends on it. */
import { useCallback, useEffect, useRef } from 'react';

export function enterFullScreen(): void {
  void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
}

/**
 * Fills the screen, or gives it back.
 *
 * @param onLeft what Escape does there: the browser leaves the whole screen with it, and does not tell which key it was
 */
export function useFullScreen(onLeft: () => void): () => void {
  const latest = useRef(onLeft);
  latest.current = onLeft;
  // What is meant stands until the next press: the browser tells of a change only some frames after it has made it.
  const isGivenBack = useRef(false);
  useEffect(() => {
    const changed = () => {
      if (document.fullscreenElement === null && !isGivenBack.current) latest.current();
    };
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  return useCallback(() => {
    isGivenBack.current = document.fullscreenElement !== null;
    if (isGivenBack.current) leaveFullScreen();
    else enterFullScreen();
  }, []);
}
