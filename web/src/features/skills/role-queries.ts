import type { Api } from '@cairn/contracts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';

export type RoleAnswer = Api['GET /roles/:roleId']['answer'];
export type PayBand = RoleAnswer['pay'][number];

export const roleQuery = (roleId: string) => queryOptions({ queryKey: ['roles', 'one', roleId], queryFn: ({ signal }) => call('GET /roles/:roleId', { params: { roleId }, signal }) });
