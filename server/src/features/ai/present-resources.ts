import type { AiResource } from '@cairn/contracts';
import type { Resource, ResourceKind } from '@cairn/engine/knowledge';
import type { WhatCairnKnows } from '../knowledge/index.ts';

type Group = 'officialDocs' | 'courses' | 'videos' | 'others';

const groups: Readonly<Record<ResourceKind, Group>> = {
  documentation: 'officialDocs', reference: 'officialDocs', course: 'courses', programme: 'courses', tutorial: 'courses', video: 'videos', book: 'others', practice: 'others',
};

export function presentResource({ id, title, provider, url, kind, cost, language, hours }: Resource, skillIds: readonly string[]): AiResource {
  return { resourceId: id, skillIds: [...skillIds], title, provider, url, kind, cost, language, hours };
}

/** Each once, in the order of its first place, with every skill it is meant for. */
export function groupedResources(ranked: readonly { readonly resourceId: string; readonly skillId: string }[], { resources }: Pick<WhatCairnKnows, 'resources'>): Record<Group, AiResource[]> {
  const grouped: Record<Group, AiResource[]> = { officialDocs: [], courses: [], videos: [], others: [] };
  for (const [resourceId, uses] of Map.groupBy(ranked, (each) => each.resourceId)) {
    const resource = resources.get(resourceId);
    if (resource !== undefined) grouped[groups[resource.kind]].push(presentResource(resource, [...new Set(uses.map(({ skillId }) => skillId))]));
  }
  return grouped;
}
