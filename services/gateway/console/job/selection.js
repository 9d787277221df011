import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';

/**
 * Which items (facts, age, gender, omissions) the reader looks at. Pointing at one or moving the focus to it is a
 * glance and passes; pressing it pins it, until it is pressed again, another is, or Escape.
 * `from` says which side was touched, so that the other side scrolls.
 */
export function useSelectionState() {
  const [pinned, setPinned] = useState(NOTHING);
  const [glance, setGlance] = useState(NOTHING);
  useEffect(() => {
    const onKey = (event) => event.key === 'Escape' && setPinned(NOTHING);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return useMemo(() => {
    const shown = glance.items.length > 0 ? glance : pinned;
    return {
      shown,
      pinned,
      isShown: (item) => shown.items.includes(item),
      isPinned: (item) => pinned.items.includes(item),
      press: (items, from) => {
        setGlance(NOTHING);
        setPinned((before) => (sameItems(before.items, items) ? NOTHING : { items, from, pressed: true }));
      },
      glanceAt: (items, from) => setGlance({ items, from, pressed: false }),
      leave: () => setGlance(NOTHING),
    };
  }, [pinned, glance]);
}

const NOTHING = { items: [], from: null, pressed: false };
const sameItems = (a, b) => a.length === b.length && a.every((item, index) => item === b[index]);

export const Selection = createContext(null);
export const useSelection = () => useContext(Selection);

/** Handlers for anything in the summary that stands on quotes. */
export function pointsAt(selection, items) {
  return {
    onMouseEnter: () => selection.glanceAt(items, 'summary'),
    onMouseLeave: selection.leave,
    onFocus: () => selection.glanceAt(items, 'summary'),
    onBlur: selection.leave,
    onClick: () => selection.press(items, 'summary'),
  };
}
