import { assert, constantFrom, double, property, record, uniqueArray, type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { relationKinds, type RelatedSkill, type Skill } from '@cairn/engine/knowledge';
import { mirrorRelations, mutualKinds } from './relations.ts';

const ids = ['a', 'b', 'c', 'd'] as const;

const skills: Arbitrary<Skill[]> = uniqueArray(
  record({
    id: constantFrom(...ids),
    related: uniqueArray(
      record<RelatedSkill>({ id: constantFrom(...ids), kind: constantFrom(...relationKinds), strength: double({ min: 0, max: 1, noNaN: true }) }),
      { selector: (related) => related.id },
    ),
  }).map(({ id, related }): Skill => ({
    id, name: id, category: 'web', aliases: [], ambiguous: [], hours: [1, 2, 3, 4], demand: 0.5, prerequisites: [], checkpoints: {},
    related: related.filter((to) => to.id !== id),
  })),
  { selector: (skill) => skill.id },
);

const relation = (body: readonly Skill[], from: string, to: string) =>
  body.find((skill) => skill.id === from)?.related.find((related) => related.id === to);

test('a mutual relation is seen from both sides, and nothing that was written is lost or changed', () => {
  assert(property(skills, (written) => {
    const body = mirrorRelations(written);
    for (const { id: from, related } of written) {
      for (const to of related) {
        expect(relation(body, from, to.id)).toEqual(to);
        const known = body.some((skill) => skill.id === to.id);
        if (known && mutualKinds.has(to.kind)) expect(relation(body, to.id, from)).toEqual(relation(written, to.id, from) ?? { ...to, id: from });
      }
    }
  }));
});

test('a relation with a direction is not turned round', () => {
  assert(property(skills, (written) => {
    for (const { id: from, related } of mirrorRelations(written)) {
      for (const to of related) if (!mutualKinds.has(to.kind)) expect(relation(written, from, to.id)).toEqual(to);
    }
  }));
});

test('what is mirrored already stays as it is', () => {
  assert(property(skills, (written) => {
    const once = mirrorRelations(written);
    expect(mirrorRelations(once)).toEqual(once);
  }));
});
