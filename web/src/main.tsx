import './ui/fonts.css';
import './ui/mantine.css';
import './ui/colours.css';
import './ui/global.css';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './app/application.tsx';
import { router } from './app/router.tsx';
import { startTranslation } from './lib/i18n.ts';

async function start(): Promise<void> {
  // Reading the code was one long task: a slow phone may react before the next.
  await new Promise((resume) => { setTimeout(resume); });
  const place = document.getElementById('root');
  if (!place) throw new Error('index.html has no #root');
  // Side by side: the words come as files of their own, as does the code of the page.
  await Promise.all([startTranslation(), router.load()]);
  // In slices between which a slow phone can scroll and react to a touch.
  startTransition(() => {
    createRoot(place).render(
      <StrictMode>
        <Application />
      </StrictMode>,
    );
  });
}

// Not awaited: the code of a page imports this file's chunk, and would wait for it while it waits for the page.
void start();
