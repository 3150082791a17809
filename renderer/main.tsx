// before anything that makes a schema
import './lib/no-code-at-run-time.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './styles/fonts.css';
import './styles/window.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { applyThemeVariables } from './app/apply-theme-variables.ts';
import { giveDialogsTheKeyboard } from './lib/dialog-keyboard.ts';

applyThemeVariables();
giveDialogsTheKeyboard();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
