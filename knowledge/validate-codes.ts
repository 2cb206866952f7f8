/** Classifications of roles: codes that stand in the classification, and agree with each other. */
import type { Role } from '@cairn/engine/knowledge';
import { iscoGroups } from './isco-groups.ts';
import type { Problem } from './problem.ts';

/** Occupations that ESCO puts into another unit group than the index of ISCO-08 does. */
const elsewhereInEsco: Readonly<Record<string, string>> = { '2269.8': '3211' };

export function codeProblems(roles: readonly Role[]): Problem[] {
  return roles.flatMap(({ id, iscoCode, escoCode }): Problem[] => {
    const problem = (message: string): Problem => ({ code: 'knowledge.unknown-classification', entry: `role ${id}`, message });
    const group = escoCode === null ? null : (elsewhereInEsco[escoCode] ?? escoCode.slice(0, 4));
    return [
      ...(iscoCode !== null && !iscoGroups.has(iscoCode) ? [problem(`${iscoCode} is no unit group of ISCO-08`)] : []),
      ...(group !== null && iscoCode !== null && group !== iscoCode ? [problem(`ESCO ${escoCode ?? ''} stands in the unit group ${group}, not in ${iscoCode}`)] : []),
    ];
  });
}
