import '@mantine/core/styles.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

const root = document.getElementById('root');
if (!root) throw new Error('Expected an element "root" in the page, but there is none.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
