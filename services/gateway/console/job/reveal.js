/**
 * Brings an element into view. Where a column scrolls by itself, it scrolls at a glance; the page itself moves only
 * when the reader has pressed something, as a page that moves under the pointer is a nuisance.
 */
export function reveal(element, pressed) {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const pane = element.closest('[data-scrolls]');
  if (pane && pane.scrollHeight > pane.clientHeight + 1) {
    const [box, frame] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (box.top >= frame.top + 24 && box.bottom <= frame.bottom - 24) return;
    const distance = box.top - frame.top - frame.height / 3;
    // Turns far away are laid out only once they come near, so a long glide would miss: it is a jump then.
    const near = Math.abs(distance) < 2 * frame.height;
    pane.scrollTo({ top: pane.scrollTop + distance, behavior: near ? behavior : 'auto' });
    return;
  }
  if (!pressed) return;
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 140 || bottom > innerHeight - 40) element.scrollIntoView({ block: 'center', behavior });
}
