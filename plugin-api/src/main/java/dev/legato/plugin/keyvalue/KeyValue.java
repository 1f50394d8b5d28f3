package dev.legato.plugin.keyvalue;

/**
 * A value that is stored.
 *
 * @param value a JSON value
 */
public record KeyValue(KeyValueType type, Object value) {}
