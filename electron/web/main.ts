/** The web host's entry: an old Node is told so before anything is loaded that would crash in it. */
import '../../scripts/require-node.mjs';

const { runWebHost } = await import('./start.ts');
await runWebHost(import.meta.dirname);
