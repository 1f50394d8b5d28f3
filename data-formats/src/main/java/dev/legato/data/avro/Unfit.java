package dev.legato.data.avro;

/** A value does not fit a schema. Thrown often, while the branches of a union are tried. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  Unfit(String message) {
    super(message, null, false, false);
  }
}
