/** Starts the page. */
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { watchThePage } from './data/client.ts';
import { loadPagesWhenIdle } from './pages.ts';

watchThePage();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
loadPagesWhenIdle();
