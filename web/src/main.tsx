import './ui/mantine.css';
import './ui/style.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { router } from './routes/index.ts';
import { LanguageProvider } from './texts/language.tsx';
import { Look } from './ui/look.tsx';

const place = document.getElementById('workspace');
if (!place) throw new Error('the page has no place for the workspace');
createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <Look>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Look>
    </LanguageProvider>
  </StrictMode>,
);
