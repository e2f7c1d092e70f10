import { useQuery } from '@tanstack/react-query';
import { Link } from '../../kit/page/link.tsx';
import { roundsQuery } from './queries/rounds.ts';

/** Another round by its title; its id until that is known. */
export function RoundName({ id }: { id: string }) {
  const title = useQuery(roundsQuery).data?.find((round) => round.id === id)?.title;
  return (
    <Link to="/lam-viec/ky-danh-gia/$round" params={{ round: id }}>
      {title ?? id}
    </Link>
  );
}
