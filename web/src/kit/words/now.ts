import { useEffect, useState } from 'react';
import { serverNow } from '../../client/request.ts';

/** The present moment on the server, updated every half minute, as deadlines approach while a page is open. */
export function useNow(): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
