import { useEffect, useState } from 'react';
import { serverNow } from '../client/request.ts';

/** The present moment at the server, told anew every half minute: deadlines come nearer while a page stands open. */
export function useNow(): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
