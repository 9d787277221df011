import { createRequire } from 'node:module';

/**
 * kafkajs 2.2.4 sets a timer of about 1 ms on every answer, for ever, even with nothing to send (tulios/kafkajs#1704):
 * an idle connection burns CPU. Its check is only needed while requests are pending or the broker throttles.
 */
interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

const RequestQueueClass = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as {
  prototype: RequestQueue;
};

const schedule = RequestQueueClass.prototype.scheduleCheckPendingRequests;

RequestQueueClass.prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
  if (this.pending.length === 0 && this.throttledUntil <= Date.now()) return;
  schedule.call(this);
};
