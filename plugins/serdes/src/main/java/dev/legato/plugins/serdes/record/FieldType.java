package dev.legato.plugins.serdes.record;

/** What a field is made into. */
public enum FieldType {
  STRING,
  INT,
  FLOAT,
  DECIMAL,
  BOOLEAN,
  TIMESTAMP,
  LIST,
  STRUCT
}
