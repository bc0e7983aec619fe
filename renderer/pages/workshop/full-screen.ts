/** The whole screen where the browser gives it; nothing depends on it. */

export function enterFullScreen(): void {
  void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
}

export function toggleFullScreen(): void {
  if (document.fullscreenElement) leaveFullScreen();
  else enterFullScreen();
}
