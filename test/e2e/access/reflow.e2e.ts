/** Every page at 320 px, which is 1280 at 400 % (WCAG 1.4.10): all of it is there, one below the other, and only tables and pictures are wider. */
import { everyPageFits } from '../helpers/narrow-window.ts';

everyPageFits({ options: { viewport: { width: 320, height: 640 } } });
