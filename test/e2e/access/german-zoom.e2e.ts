/** Every page in German at 200 % zoom: its words are a third longer, and none is lost. */
import { everyPageFits } from '../helpers/narrow-window.ts';

// 1024 by 700 at 200 %.
everyPageFits({ options: { viewport: { width: 512, height: 350 }, deviceScaleFactor: 2 }, language: 'de' });
