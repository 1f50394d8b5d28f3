package dev.legato.language.complaint;

/** What kind of mistake a complaint is about. Names are stable: programs may key on them. */
public enum ComplaintCode {
  /** The bytes or characters are not a text that can be YAML. */
  UNREADABLE_TEXT,
  /** A text that is not YAML. */
  YAML_SYNTAX,
  /** More bytes, lines, nodes, levels or aliases than a document may have. */
  YAML_LIMIT,
  /** An alias without an anchor, or inside its own anchor. */
  YAML_ALIAS,
  /** A YAML tag other than those of the core schema. */
  UNKNOWN_TAG,
  /** A key that its mapping already has. */
  DUPLICATE_KEY,
  /** A second document after the first. */
  EXTRA_DOCUMENT,
  /** More tasks, inputs or labels than a flow may have. */
  TOO_MANY,
  /** A property that its owner does not have. */
  UNKNOWN_PROPERTY,
  /** A property that its owner must have. */
  MISSING_PROPERTY,
  /** A value of another type than its property's. */
  WRONG_TYPE,
  /** A value of the right type that breaks a rule of its property. */
  INVALID_VALUE,
  /** An id that is not made of the allowed characters. */
  INVALID_ID,
  /** An id that the API keeps for itself. */
  RESERVED_ID,
  /** An id used twice. */
  DUPLICATE_ID,
  /** A reference to something that the flow does not have. */
  UNKNOWN_REFERENCE,
  /** Things that depend on each other in a circle. */
  CYCLE,
  /** A task, trigger or plugin type that no plugin provides. */
  UNKNOWN_TYPE,
  /** Something that this version does not run. */
  NOT_SUPPORTED,
  /** Something that only the engine may set. */
  ENGINE_ONLY,
  /** A template that is not a valid expression. */
  INVALID_EXPRESSION,
  /** A property with a newer name. */
  DEPRECATED_PROPERTY,
  /** A type with a newer name. */
  RENAMED_TYPE,
  /** A type that another one succeeded. */
  DEPRECATED_TYPE,
  /** A function or filter with a newer name. */
  DEPRECATED_NAME,
  /** A property that has no effect where it stands. */
  NO_EFFECT,
  /** A key that guards something and is easy to guess. */
  WEAK_KEY;

  /** Whether what was written still works, but has a newer name or a successor. */
  public boolean isDeprecation() {
    return this == DEPRECATED_PROPERTY
        || this == RENAMED_TYPE
        || this == DEPRECATED_TYPE
        || this == DEPRECATED_NAME;
  }
}
