import { Counter, Histogram, type Registry } from '@clinical/runtime';

/** How long bundles take to build and to check, and how many the gate refused. */
export function mapperMetrics(registry: Registry): (built: number, checked: number, valid: boolean) => void {
  const registers = [registry];
  const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25];
  const build = new Histogram({ name: 'fhir_build_seconds', help: 'Time to build a bundle', buckets, registers });
  const check = new Histogram({ name: 'fhir_gate_seconds', help: 'Time to check a bundle', buckets, registers });
  const refused = new Counter({ name: 'fhir_refused_total', help: 'Bundles that the gate refused', registers });
  return (built, checked, valid) => {
    build.observe(built / 1000);
    check.observe(checked / 1000);
    if (!valid) refused.inc();
  };
}
