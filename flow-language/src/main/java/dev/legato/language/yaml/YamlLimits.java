package dev.legato.language.yaml;

/**
 * How much one document may have.
 *
 * @param bytes of UTF-8
 * @param lineLength in characters; the scanner's cost grows with the square of it
 * @param depth of mappings and sequences in each other
 * @param nodes scalars, mappings and sequences, those that aliases repeat included
 * @param aliases uses of {@code *name}
 * @param digits of one number
 */
public record YamlLimits(int bytes, int lineLength, int depth, int nodes, int aliases, int digits) {
  public static final YamlLimits DEFAULTS =
      new YamlLimits(1024 * 1024, 64 * 1024, 64, 50_000, 100, 1_000);
}
