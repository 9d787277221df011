import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stickyAssignment } from './sticky-assigner.ts';

const partitions = (count: number) => Array.from({ length: count }, (_, n) => `t/${n}`);
const sizes = (assignment: Map<string, string[]>) => [...assignment.values()].map((names) => names.length);

describe('Sticky assignment', () => {
  const subsets = fc.subarray(partitions(12));
  const group = fc.array(fc.record({ owned: subsets, generation: fc.nat(5) }), { minLength: 1, maxLength: 6 });

  it('gives every partition to exactly one member, evenly, whatever they claim', () => {
    fc.assert(
      fc.property(group, fc.integer({ min: 1, max: 12 }), (claims, count) => {
        const members = claims.map((claim, n) => ({ ...claim, id: `m${n}` }));
        const assignment = stickyAssignment(members, partitions(count));
        expect([...assignment.values()].flat().sort()).toEqual(partitions(count).sort());
        expect(Math.max(...sizes(assignment)) - Math.min(...sizes(assignment))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('moves nothing where nobody came or went', () => {
    const first = stickyAssignment(
      ['a', 'b', 'c'].map((id) => ({ id, owned: [], generation: 0 })),
      partitions(8),
    );
    const again = stickyAssignment(
      [...first].map(([id, owned]) => ({ id, owned, generation: 1 })),
      partitions(8),
    );
    for (const [id, names] of first) expect(again.get(id)!.sort()).toEqual(names.sort());
  });

  it('takes from the others only what a newcomer is due', () => {
    const members = [
      { id: 'a', owned: ['t/0', 't/1'], generation: 4 },
      { id: 'b', owned: ['t/2', 't/3'], generation: 4 },
      { id: 'c', owned: [], generation: 0 },
    ];
    const assignment = stickyAssignment(members, partitions(4));
    expect(assignment.get('c')).toHaveLength(1);
    expect(['t/0', 't/1']).toEqual(expect.arrayContaining(assignment.get('a')!));
    expect(['t/2', 't/3']).toEqual(expect.arrayContaining(assignment.get('b')!));
  });

  it('believes the younger claim: a zombie claims what it once had', () => {
    const members = [
      { id: 'zombie', owned: ['t/0', 't/1'], generation: 3 },
      { id: 'owner', owned: ['t/0', 't/1'], generation: 5 },
    ];
    expect(stickyAssignment(members, partitions(2)).get('owner')).toHaveLength(1);
  });
});
