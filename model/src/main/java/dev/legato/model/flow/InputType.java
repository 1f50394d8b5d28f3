package dev.legato.model.flow;

/** The types that inputs and outputs of a flow can have. */
public enum InputType {
  STRING,
  ENUM,
  SELECT,
  INT,
  FLOAT,
  BOOLEAN,
  BOOL,
  DATETIME,
  DATE,
  TIME,
  DURATION,
  FILE,
  JSON,
  YAML,
  URI,
  SECRET,
  EMAIL,
  ARRAY,
  MULTISELECT,
  FORM
}
