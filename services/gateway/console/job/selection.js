import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';

/**
 * Which items (facts, age, gender, omissions) the reader looks at. Pointing at one or moving the focus to it is a
 * glance and passes; pressing it pins it, until it is pressed again, another is, or Escape.
 * `from` says which side was touched, so that the other side scrolls.
 */
export function useSelectionState() {
  const [pinned, setPinned] = useState(NOTHING);
  const [glance, setGlance] = useState(NOTHING);
  // Pressing moves lines about, so another may come to lie under a pointer that has not moved: that is no glance.
  const restingAt = useRef(null);
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
      press: (items, from, event) => {
        restingAt.current = placeOf(event);
        setGlance(NOTHING);
        setPinned((before) => (sameItems(before.items, items) ? NOTHING : { items, from, pressed: true }));
      },
      glanceAt: (items, from, event) => {
        if (event.type === 'mouseenter' && placeOf(event) === restingAt.current) return;
        restingAt.current = null;
        setGlance({ items, from, pressed: false });
      },
      leave: () => setGlance(NOTHING),
    };
  }, [pinned, glance]);
}

const placeOf = ({ screenX, screenY }) => `${screenX},${screenY}`;
const NOTHING = { items: [], from: null, pressed: false };
const sameItems = (a, b) => a.length === b.length && a.every((item, index) => item === b[index]);

export const Selection = createContext(null);
export const useSelection = () => useContext(Selection);

/** Handlers for anything in the summary that stands on quotes. */
export function pointsAt(selection, items) {
  return {
    onMouseEnter: (event) => selection.glanceAt(items, 'summary', event),
    onMouseLeave: selection.leave,
    onFocus: (event) => selection.glanceAt(items, 'summary', event),
    onBlur: selection.leave,
    onClick: (event) => selection.press(items, 'summary', event),
  };
}
