import { join } from 'node:path';
import { portNear } from './ports.ts';
import { readJson, writeJson } from './process/files.ts';

const preferred: Readonly<Record<string, number>> = {
  kafka: 9092,
  'kafka-controller': 9093,
  registry: 8081,
  'registry-management': 8082,
  redis: 6379,
  'transcriber-1': 9101,
  'summarizer-1': 9111,
  'fhir-mapper-1': 9121,
};

/** The ports of a stack's parts, the same from start to start as long as nobody else takes them. */
export class PortBook {
  readonly #path: string;
  readonly #usePreferred: boolean;
  readonly #ports: Record<string, number>;

  /** `usePreferred`: begin with the customary ports (9092, 8081, 6379 ...); else with any free ones. */
  constructor(folder: string, usePreferred: boolean) {
    this.#path = join(folder, 'ports.json');
    this.#usePreferred = usePreferred;
    this.#ports = (readJson(this.#path) ?? {}) as Record<string, number>;
  }

  async port(name: string): Promise<number> {
    const wanted = this.#ports[name] ?? (this.#usePreferred ? preferred[name] : undefined);
    const port = await portNear(wanted);
    this.#ports[name] = port;
    writeJson(this.#path, this.#ports);
    return port;
  }
}
