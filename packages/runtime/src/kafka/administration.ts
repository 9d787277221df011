import type { Admin, Kafka } from 'kafkajs';

/** One admin connection that is made when first needed, shared, and thrown away after any failure. */
export class Administration {
  readonly #kafka: Kafka;
  #connecting: Promise<Admin> | null = null;

  constructor(kafka: Kafka) {
    this.#kafka = kafka;
  }

  async ask<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    this.#connecting ??= this.#connect();
    const connecting = this.#connecting;
    try {
      return await question(await connecting);
    } catch (error) {
      if (this.#connecting === connecting) {
        this.#connecting = null;
        connecting.then((admin) => admin.disconnect()).catch(() => {});
      }
      throw error;
    }
  }

  async close(): Promise<void> {
    const connecting = this.#connecting;
    this.#connecting = null;
    await connecting?.then((admin) => admin.disconnect()).catch(() => {});
  }

  async #connect(): Promise<Admin> {
    const admin = this.#kafka.admin({ retry: { retries: 1 } });
    try {
      await admin.connect();
      return admin;
    } catch (error) {
      await admin.disconnect().catch(() => {});
      throw error;
    }
  }
}
