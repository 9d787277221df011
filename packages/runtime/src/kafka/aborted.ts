import { createRequire } from 'node:module';

/**
 * kafkajs hands out records of aborted transactions where several of them overlap: it takes the broker's list as sorted
 * by first offset (it comes in the order in which they ended) and steps into one of them a record at most. Here they
 * are found as Kafka's own client finds them, and passed on as what kafkajs drops but counts: control records.
 */
export interface FetchedRecord {
  readonly offset: string;
  readonly key: Buffer | null;
  /** A transaction's commit or abort marker, which no reader gets to see. */
  isControlRecord: boolean;
  readonly batchContext?: { readonly producerId: string; readonly inTransaction: boolean };
}

export interface AbortedTransaction {
  readonly producerId: string;
  readonly firstOffset: string;
}

/** Key of a control record: version 0, type 0 (KIP-98). Type 1 is a commit. */
const ABORT = Buffer.from([0, 0, 0, 0]);

/** Hides the records of aborted transactions; `records` are in the order of their offsets. */
export function hideAborted(records: readonly FetchedRecord[], aborted: readonly AbortedTransaction[]): void {
  const ahead = aborted
    .map(({ producerId, firstOffset }) => ({ producerId, first: BigInt(firstOffset) }))
    .sort((a, b) => Number(a.first - b.first));
  const open = new Set<string>();
  for (const record of records) {
    while (ahead.length > 0 && ahead[0]!.first <= BigInt(record.offset)) open.add(ahead.shift()!.producerId);
    const { producerId, inTransaction } = record.batchContext ?? { producerId: '', inTransaction: false };
    if (record.isControlRecord) {
      if (record.key?.equals(ABORT)) open.delete(producerId);
    } else if (inTransaction && open.has(producerId)) {
      record.isControlRecord = true;
    }
  }
}

interface Broker {
  fetch(request: object): Promise<{
    readonly responses: readonly {
      readonly partitions: { messages: FetchedRecord[]; abortedTransactions?: AbortedTransaction[] | null }[];
    }[];
  }>;
}

const BrokerClass = createRequire(import.meta.url)('kafkajs/src/broker/index.js') as { prototype: Broker };
const fetch = BrokerClass.prototype.fetch;

BrokerClass.prototype.fetch = async function (this: Broker, request) {
  const response = await fetch.call(this, request);
  for (const partition of response.responses.flatMap(({ partitions }) => partitions)) {
    if (!partition.abortedTransactions?.length) continue;
    hideAborted(partition.messages, partition.abortedTransactions);
    partition.abortedTransactions = [];
  }
  return response;
};
