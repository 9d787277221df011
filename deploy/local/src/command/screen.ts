import type { StackEvents } from '../stack-options.ts';

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** What a person sees: a list of ticked steps on a terminal, plain lines elsewhere. */
export class Screen {
  readonly #terminal: boolean;
  readonly #out: NodeJS.WriteStream;

  constructor(out: NodeJS.WriteStream = process.stdout) {
    this.#out = out;
    this.#terminal = out.isTTY === true && !process.env.NO_COLOR;
    // A reader that goes away (`npm start | head`) must not take the stack down.
    out.on('error', () => {});
  }

  line(text = ''): void {
    this.#out.write(`${text}\n`);
  }

  heading(text: string): void {
    this.line(this.#terminal ? `\u001b[1m${text}\u001b[0m` : text);
  }

  loud(text: string): void {
    this.line(this.#terminal ? `\u001b[1;31m${text}\u001b[0m` : text);
  }

  /** Shows a stack's events as they come. */
  get events(): StackEvents {
    return {
      installing: (line) => this.line(`  ${this.#mark('…', 33)}${line}`),
      step: (name, milliseconds) => this.line(`  ${this.#mark('✓', 32)}${name.padEnd(20)} ${seconds(milliseconds)}`),
      died: (name, how, next) => {
        const then = next === undefined ? 'and stays down' : `and is started again in ${seconds(next)}`;
        this.line(`  ${this.#mark('!', 31)}${name} ended (${how}) ${then}`);
      },
      recovered: (name) => this.line(`  ${this.#mark('✓', 32)}${name} is back`),
    };
  }

  #mark(sign: string, colour: number): string {
    return this.#terminal ? `\u001b[${colour}m${sign}\u001b[0m ` : '';
  }
}
