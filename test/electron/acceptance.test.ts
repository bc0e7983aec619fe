/** Holds every transport to the one acceptance suite. */
import { transports } from '../helpers/transports.ts';
import { acceptance } from './acceptance.ts';

for (const transport of transports) acceptance(transport);
