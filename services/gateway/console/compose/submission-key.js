import { useRef } from 'preact/hooks';

/**
 * An Idempotency-Key that stays as long as the same thing is about to be sent: pressing "send" again after a lost
 * answer makes no second job, and a changed text gets a key of its own.
 */
export function useSubmissionKey() {
  const last = useRef({ content: null, key: '' });
  return (...content) => {
    const same = last.current.content?.every((part, index) => Object.is(part, content[index]));
    if (!same) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
}
