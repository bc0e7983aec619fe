/** What a page may not do: leave, open windows, embed others, ask for the machine's devices, or reach any network. */
import type { CommandLine, Session, WebContents } from 'electron';
import { originOf } from './address.ts';

/**
 * All that is ever granted, and only to our own pages: putting text on the clipboard when a person clicks "copy", and
 * the whole screen for workshop mode.
 */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

export function hardenSession(
  session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
    | 'setSpellCheckerEnabled'
    | 'webRequest'
    | 'on'
  >,
  origins: ReadonlySet<string>,
): void {
  const allowed = (permission: string, address: string): boolean =>
    granted.has(permission) && origins.has(originOf(address) ?? '');

  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(allowed(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => allowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // The spell checker would fetch its dictionaries from the network.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !staysHere(url, origins) }));
  session.on('will-download', (event, item) => {
    if (!staysHere(item.getURL(), origins)) event.preventDefault();
  });
}

/** What needs no network: our own pages, what a page made itself, and the developer tools' own pages. */
function staysHere(address: string, origins: ReadonlySet<string>): boolean {
  if (origins.has(originOf(address) ?? '')) return true;
  if (address.startsWith('blob:')) return origins.has(originOf(address.slice('blob:'.length)) ?? '');
  if (address.startsWith('data:') || address.startsWith('devtools:')) return true;
  // Vite's socket for hot reload, where a developer runs it.
  return address.startsWith('ws') && origins.has(originOf(address.replace(/^ws/, 'http')) ?? '');
}

/**
 * Before the app is ready: what Chromium would do on its own. No name is looked up and no address is dialled, whoever
 * asks, so that what no request filter sees gets nowhere either. Crash reports are not even collected: nobody starts the
 * reporter.
 */
export function keepOffTheNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-pings');
}

/** Applied to everything that could ever show a page, as it is created. */
export function hardenContents(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>,
  origins: ReadonlySet<string>,
): void {
  // Calls between browsers are no requests, so no filter sees them.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  // Without an answer of ours Chromium would take the first device it finds.
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // A reload is a navigation too, so our own addresses stay allowed; frames are never given any other.
  contents.on('will-frame-navigate', (event) => {
    if (!origins.has(originOf(event.url) ?? '')) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!origins.has(originOf(event.url) ?? '')) event.preventDefault();
  });
}
