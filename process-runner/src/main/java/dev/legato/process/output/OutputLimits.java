package dev.legato.process.output;

/**
 * How much a program can write.
 *
 * @param maxLineBytes a longer line comes in pieces and is never read as outputs
 * @param maxMessages how many lines of outputs, figures and logs are read; later ones are left out
 * @param maxVarsBytes a program whose outputs have more characters than this hears that they are
 *     left out
 */
public record OutputLimits(int maxLineBytes, int maxMessages, long maxVarsBytes) {
  public static final OutputLimits DEFAULTS = new OutputLimits(1 << 20, 10_000, 8 << 20);
}
