import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';

/**
 * Which items (facts, age, gender, omissions) the reader looks at. Pointing at one or moving the focus to it is a
 * glance and passes; pressing it pins it, until it is pressed again, another is, or Escape.
 *
 * A visit may have thousands of turns and hundreds of facts, and the pointer passes over many: so this is a store, and
 * only what changes its look is rendered again.
 */
class SelectionStore {
  #listeners = new Set();
  #pinned = NOTHING;
  #glance = NOTHING;
  // Pressing moves lines about, so another may come to lie under a pointer that has not moved: that is no glance.
  #restingAt = null;

  /** { items, from: 'summary' | 'transcript', pressed }; `from` is the side that was touched, so the other scrolls. */
  get shown() {
    return this.#glance === NOTHING ? this.#pinned : this.#glance;
  }

  isShown = (item) => this.shown.items.includes(item);
  isPinned = (item) => this.#pinned.items.includes(item);

  press = (items, from, event) => {
    this.#restingAt = placeOf(event);
    this.#glance = NOTHING;
    this.#pinned = sameItems(this.#pinned.items, items) ? NOTHING : { items, from, pressed: true };
    this.#tell();
  };

  glanceAt = (items, from, event) => {
    if (event.type === 'mouseenter' && placeOf(event) === this.#restingAt) return;
    this.#restingAt = null;
    this.#glance = { items, from, pressed: false };
    this.#tell();
  };

  leave = () => {
    if (this.#glance === NOTHING) return;
    this.#glance = NOTHING;
    this.#tell();
  };

  release = () => {
    this.#pinned = NOTHING;
    this.#tell();
  };

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

const NOTHING = { items: [], from: null, pressed: false };
const placeOf = ({ screenX, screenY }) => `${screenX},${screenY}`;
const sameItems = (a, b) => a.length === b.length && a.every((item, index) => item === b[index]);

export const Selection = createContext(null);

export function useSelectionStore() {
  const selection = useMemo(() => new SelectionStore(), []);
  useEffect(() => {
    const onKey = (event) => event.key === 'Escape' && selection.release();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [selection]);
  return selection;
}

/** The selection, for one who shows these items: renders again when one of them is lit, pinned, or no longer so. */
export function useSelection(items) {
  const selection = useContext(Selection);
  const look = () =>
    items.map((item) => Number(selection.isShown(item)) + 2 * Number(selection.isPinned(item))).join('');
  const [, setLook] = useState(look);
  const key = items.join(' ');
  useEffect(() => {
    setLook(look());
    return selection.subscribe(() => setLook(look()));
  }, [selection, key]);
  return selection;
}

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
