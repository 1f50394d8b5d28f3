package dev.legato.process.tree;

/**
 * What a process of ours carries in its environment, and hands on to all that it starts, so that
 * they are found wherever they have hidden.
 *
 * @param value such as {@code 7f3a/91c2/17}: of the data directory, the server's life, the run
 */
public record Mark(String value) {
  /** The variable's name. */
  public static final String VARIABLE = "LEGATO_PROCESS";

  /** The mark of a part of what this one stands for. */
  public Mark child(String name) {
    return new Mark(value + "/" + name);
  }

  /** How it looks in an environment. */
  String entry() {
    return VARIABLE + "=" + value;
  }
}
