/** Versions that were seen working together; the files' hashes are in deploy/local/pins. */
export const versions = { kafka: '4.4.0', log4j: '2.25.4', apicurio: '3.3.3', java: '21.0.8.2' } as const;

/** Names of their folders in the cache. */
export const kafkaEntry = `kafka-${versions.kafka}`;
export const registryEntry = `apicurio-${versions.apicurio}`;
