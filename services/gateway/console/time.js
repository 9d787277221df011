/** 340 -> "340 ms", 2345 -> "2.3 s", 75000 -> "1 min 15 s"; the decimal sign is the language's. */
export function spell(millis, language) {
  if (millis < 1000) return `${Math.max(0, Math.round(millis))} ms`;
  if (millis < 60_000) {
    const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(millis / 1000);
    return `${seconds} s`;
  }
  const seconds = Math.round(millis / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A place in a recording: 75000 -> "1:15", 3675000 -> "1:01:15". */
export function clock(millis) {
  const seconds = Math.floor(millis / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[0] === 0) parts.shift();
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
