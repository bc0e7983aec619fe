/** Shows the app, in the language of the last time. */
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { watchThePage } from './data/client.ts';
import { loadPagesWhenIdle } from './pages.ts';
import { firstLanguage, loadWords } from './words/words.ts';

watchThePage();
const root = document.getElementById('root');
// The first picture is in the language of the last one; if that cannot be loaded, in English.
await loadWords(firstLanguage()).catch(() => {});
if (root) createRoot(root).render(<App />);
loadPagesWhenIdle();
