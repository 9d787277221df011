"""Reads the FHIR topic from scratch to its present end, as a receiver would: committed records only, the latest record
of each job, tombstones taken as withdrawals. Prints one JSON line a job.

    KAFKA_BROKERS=... SCHEMA_REGISTRY_URL=... python consume.py clinical.fhir.v1
"""

import hashlib
import json
import os
import sys
import uuid

from confluent_kafka import Consumer, KafkaError, TopicPartition
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer
from confluent_kafka.serialization import MessageField, SerializationContext


def read_to_end(topic: str) -> dict[str, dict]:
    registry = SchemaRegistryClient({"url": os.environ["SCHEMA_REGISTRY_URL"]})
    decode = AvroDeserializer(registry)
    consumer = Consumer(
        {
            "bootstrap.servers": os.environ["KAFKA_BROKERS"],
            "group.id": f"example-{uuid.uuid4()}",
            "isolation.level": "read_committed",
            "enable.auto.commit": False,
            "enable.partition.eof": True,
        }
    )
    partitions = consumer.list_topics(topic, timeout=10).topics[topic].partitions
    consumer.assign([TopicPartition(topic, number, 0) for number in partitions])
    open_partitions = set(partitions)
    bundles: dict[str, dict] = {}
    while open_partitions:
        message = consumer.poll(30)
        if message is None:
            raise TimeoutError("The broker is silent")
        if message.error() is not None:
            if message.error().code() != KafkaError._PARTITION_EOF:
                raise RuntimeError(message.error().str())
            open_partitions.discard(message.partition())
            continue
        job_id = message.key().decode("utf-8")
        if message.value() is None:
            bundles.pop(job_id, None)
            continue
        record = decode(message.value(), SerializationContext(topic, MessageField.VALUE))
        headers = {name: value.decode("utf-8") for name, value in message.headers() or []}
        bundles[job_id] = record | {"ce_id": headers["ce_id"]}
    consumer.close()
    return bundles


for job_id, record in sorted(read_to_end(sys.argv[1]).items()):
    bundle = json.loads(record["bundle"])
    print(
        json.dumps(
            {
                "job_id": job_id,
                "attempt": record["attempt"],
                "ce_id": record["ce_id"],
                "resources": len(bundle["entry"]),
                "sha256": hashlib.sha256(record["bundle"].encode("utf-8")).hexdigest(),
            }
        )
    )
