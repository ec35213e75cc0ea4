/** 1.2 kB */
export function bytesText(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : `${(bytes / 1_000).toFixed(1)} kB`;
}

/** 14:03:22.123, as clocks of the visitor show it. */
export function timeText(at: Date): string {
  const time = at.toLocaleTimeString('en-GB');
  return `${time}.${String(at.getMilliseconds()).padStart(3, '0')}`;
}
