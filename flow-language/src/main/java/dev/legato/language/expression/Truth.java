package dev.legato.language.expression;

/**
 * When a rendered condition holds. Two rules have always existed side by side, and flows rely on
 * both.
 */
public enum Truth {
  /** {@code If}, {@code runIf}, {@code when}, checks and assertions. */
  OF_CONDITIONS {
    @Override
    public boolean test(String rendered) {
      return switch (rendered) {
        case "", "false", "0", "-0" -> false;
        default -> true;
      };
    }
  },

  /** The trigger conditions {@code Expression} and {@code ExecutionOutputs}. */
  OF_TRIGGER_CONDITIONS {
    @Override
    public boolean test(String rendered) {
      return !rendered.isBlank() && !rendered.strip().equals("false");
    }
  };

  /** Whether the text that a condition rendered to counts as true. */
  public abstract boolean test(String rendered);
}
