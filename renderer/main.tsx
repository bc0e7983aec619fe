/** Starts the page: what all else must find set is set before any of it is loaded, whatever file a build puts it into. */
import './no-evaluation.ts';

await import('./start.tsx');
