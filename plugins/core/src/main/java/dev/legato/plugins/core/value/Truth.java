package dev.legato.plugins.core.value;

/** When a condition holds. */
public final class Truth {
  private Truth() {}

  /** False for nothing, {@code false}, {@code 0} and {@code -0}, written exactly so. */
  public static boolean of(String rendered) {
    return switch (rendered) {
      case "", "false", "0", "-0" -> false;
      default -> true;
    };
  }
}
