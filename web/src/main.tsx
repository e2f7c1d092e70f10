import './kit/look/mantine.css';
import './kit/look/style.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchAttendance } from './client/attendance.ts';
import { queryClient, readAnew } from './client/query-client.ts';
import { keepProgram } from './device/kept-program.ts';
import { ThemeProvider } from './kit/look/theme-provider.tsx';
import { LanguageProvider } from './kit/words/language.tsx';
import { router } from './router/index.ts';

const place = document.getElementById('workspace');
if (!place) throw new Error('the page has no place for the workspace');
watchAttendance();
keepProgram(async () => router.loadRouteChunk(router.routesByPath['/lam-viec/phong-van']));
createRoot(place).render(
  <StrictMode>
    <LanguageProvider onSwitch={readAnew}>
      <ThemeProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </LanguageProvider>
  </StrictMode>,
);
