import { useQuery } from '@tanstack/react-query';
import type { StaffMemberDto } from '#shared/contract/staff.ts';
import { useApi } from './client/ApiProvider.tsx';

/** Who works here; empty while the list is on its way. */
export function useStaff(): readonly StaffMemberDto[] {
  return useQuery(useApi().staff.list.queryOptions()).data?.staff ?? [];
}
