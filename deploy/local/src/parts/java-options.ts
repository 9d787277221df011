/** Small, quick-starting JVMs: serial collector, first compiler tier only. */
export function javaOptions(heapMegabytes: number): string[] {
  return [`-Xms${heapMegabytes}m`, `-Xmx${heapMegabytes}m`, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
}
