import { useQuery } from '@tanstack/react-query';
import { accountRequestsQuery } from '../queries/account-requests.ts';

/** Whether there is no second administrator of the whole installation who could decide. */
export function useAdministersAlone(): boolean {
  const administrators = useQuery(accountRequestsQuery('waiting')).data?.administrators;
  return administrators != null && administrators.count <= 1;
}
