import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-devanagari';
import '@mantine/core/styles.css';
import './ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './app/application.tsx';
import { startTranslation } from './lib/i18n.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await startTranslation();
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
