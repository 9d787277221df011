/** Shorter words have neighbours that mean something else. */
const LEAST = 7;

/** Whether two words differ by one letter put in, left out, changed or swapped with its neighbour. */
export function oneSlip(a: string, b: string): boolean {
  if (a.length < LEAST || b.length < LEAST - 1 || Math.abs(a.length - b.length) > 1 || a === b) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  const room = Math.min(a.length, b.length) - head;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
