package dev.legato.language.expression.runtime;

/**
 * How much one rendering may still do. Not thread-safe: one rendering has one budget.
 *
 * <p>Loops, calls and copies of lists or text cost steps; every expression costs a tick, which is
 * free but makes sure that time and interrupts are looked at. Time is measured with the monotonic
 * clock, because it bounds effort and never decides what is rendered.
 */
public final class Budget {
  private static final int TICKS_BETWEEN_CHECKS = 1024;
  private static final int CHARACTERS_PER_STEP = 64;

  private final long maxSteps;
  private final long maxNanos;
  private final long maxCharacters;
  private final int maxRecursion;
  private long stepsLeft;
  private long deadline;
  private int ticksUntilCheck = TICKS_BETWEEN_CHECKS;
  private int recursion;

  /**
   * Starts the clock.
   *
   * @param maxNanos effort in nanoseconds
   * @param maxCharacters longest text that may be produced
   */
  public Budget(long maxSteps, long maxNanos, long maxCharacters, int maxRecursion) {
    this.maxSteps = maxSteps;
    this.maxNanos = maxNanos;
    this.maxCharacters = maxCharacters;
    this.maxRecursion = maxRecursion;
    this.stepsLeft = maxSteps;
    this.deadline = System.nanoTime() + maxNanos;
  }

  /** Counts one expression towards the next look at the clock. */
  public void tick() {
    if (--ticksUntilCheck <= 0) {
      check();
    }
  }

  /** Pays for one turn of a loop, one call or one node. */
  public void step() {
    steps(1);
  }

  /** Pays for {@code count} steps before the work is done. */
  public void steps(long count) {
    if (count > stepsLeft) {
      throw Failure.limit(
          "it needs more than %,d steps; use a smaller loop or list".formatted(maxSteps));
    }
    stepsLeft -= count;
    ticksUntilCheck -= (int) Math.min(count, TICKS_BETWEEN_CHECKS);
    if (ticksUntilCheck <= 0) {
      check();
    }
  }

  /** Pays for a text of {@code characters} that is about to be built. */
  public void text(long characters) {
    fits(characters);
    steps(characters / CHARACTERS_PER_STEP);
  }

  /** Refuses a text of that length without paying for it. */
  public void fits(long characters) {
    if (characters > maxCharacters) {
      throw tooLong();
    }
  }

  /** Steps that are left, to bound work whose size is not known in advance. */
  public long stepsLeft() {
    return stepsLeft;
  }

  /** Nanoseconds that are left, at most {@code most}; never negative. */
  public long nanosLeft(long most) {
    return Math.clamp(deadline - System.nanoTime(), 0, most);
  }

  /** The longest text that may be produced. */
  public long maxCharacters() {
    return maxCharacters;
  }

  /** Waiting for the outside world is not effort: gives the time of a call back. */
  public void giveBack(long nanos) {
    deadline += nanos;
  }

  /** Enters a macro or a nested rendering; each must be left again. */
  public void enter(String what) {
    if (recursion >= maxRecursion) {
      throw Failure.limit("%s calls itself more than %d levels deep".formatted(what, maxRecursion));
    }
    recursion++;
  }

  /** Leaves what {@link #enter} entered. */
  public void leave() {
    recursion--;
  }

  /** Looks at the clock and at the interrupt flag now. */
  public void check() {
    ticksUntilCheck = TICKS_BETWEEN_CHECKS;
    if (Thread.currentThread().isInterrupted()) {
      throw Failure.of(FailureKind.INTERRUPTED, "the rendering was interrupted");
    }
    if (System.nanoTime() - deadline > 0) {
      throw timeIsUp(maxNanos);
    }
  }

  private Failure tooLong() {
    return Failure.limit("it produces more than %,d characters".formatted(maxCharacters));
  }

  private static Failure timeIsUp(long nanos) {
    return Failure.limit("it takes longer than %,d ms".formatted(nanos / 1_000_000));
  }
}
