import kafkajs, { type PartitionAssigner } from 'kafkajs';

const { AssignerProtocol } = kafkajs;

/** `topic/partition`. */
type Name = string;

export interface Member {
  readonly id: string;
  /** What it had before, newest join first where two claim the same. */
  readonly owned: readonly Name[];
  readonly generation: number;
}

/**
 * Each member keeps what it had, up to its fair share; the rest goes to those with the least. Deterministic: members
 * and partitions are taken in the order of their names.
 */
export function stickyAssignment(members: readonly Member[], partitions: readonly Name[]): Map<string, Name[]> {
  const ordered = [...members].sort((a, b) => (a.id < b.id ? -1 : 1));
  const assignment = new Map<string, Name[]>(ordered.map((member) => [member.id, []]));
  const least = Math.floor(partitions.length / ordered.length);
  let extras = partitions.length % ordered.length;
  const unclaimed = new Set([...partitions].sort());
  for (const member of [...ordered].sort((a, b) => b.generation - a.generation)) {
    const kept = assignment.get(member.id)!;
    for (const name of member.owned) {
      if (!unclaimed.has(name) || kept.length > least || (kept.length === least && extras === 0)) continue;
      if (kept.length === least) extras -= 1;
      kept.push(name);
      unclaimed.delete(name);
    }
  }
  for (const name of unclaimed) {
    const poorest = [...assignment.values()].reduce((a, b) => (b.length < a.length ? b : a));
    poorest.push(name);
  }
  return assignment;
}

interface UserData {
  readonly owned: readonly Name[];
  readonly generation: number;
}

/** kafkajs brings round robin only. `mine` says what this member holds, and at which join it got it. */
export const stickyAssigner =
  (mine: () => UserData): PartitionAssigner =>
  ({ cluster }) => ({
    name: 'clinical-sticky',
    version: 1,
    protocol: ({ topics }) => ({
      name: 'clinical-sticky',
      metadata: AssignerProtocol.MemberMetadata.encode({
        version: 1,
        topics,
        userData: Buffer.from(JSON.stringify(mine())),
      }),
    }),
    async assign({ members, topics }) {
      const partitions = topics.flatMap((topic) =>
        cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => `${topic}/${partitionId}`),
      );
      const assignment = stickyAssignment(
        members.map(({ memberId, memberMetadata }) => ({ id: memberId, ...readUserData(memberMetadata) })),
        partitions,
      );
      return [...assignment].map(([memberId, names]) => ({
        memberId,
        memberAssignment: AssignerProtocol.MemberAssignment.encode({
          version: 1,
          assignment: groupByTopic(names),
          userData: Buffer.alloc(0),
        }),
      }));
    },
  });

function readUserData(memberMetadata: Buffer): UserData {
  try {
    return JSON.parse(AssignerProtocol.MemberMetadata.decode(memberMetadata)!.userData.toString());
  } catch {
    return { owned: [], generation: 0 };
  }
}

function groupByTopic(names: readonly Name[]): { [topic: string]: number[] } {
  const out: { [topic: string]: number[] } = {};
  for (const name of names) {
    const at = name.lastIndexOf('/');
    const topic = name.slice(0, at);
    out[topic] ??= [];
    out[topic].push(Number(name.slice(at + 1)));
  }
  return out;
}
