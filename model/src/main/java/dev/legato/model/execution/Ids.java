package dev.legato.model.execution;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Makes ids: 128 bits written as 22 letters and digits (base 62), so that comparing texts compares
 * numbers.
 */
public final class Ids {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 22;
  private static final int BASE = 62;
  private static final int CHUNK_DIGITS = 5;
  private static final long CHUNK = 916_132_832; // 62⁵

  private Ids() {}

  /** A new id: 48 bits of milliseconds, then 80 random bits. */
  public static ExecutionId newExecution(Instant now, RandomGenerator random) {
    long high = (now.toEpochMilli() << 16) | (random.nextLong() & 0xFFFF);
    return new ExecutionId(encode(high, random.nextLong()));
  }

  /**
   * The id of an execution that follows from its arguments, because whoever makes it may have to
   * make it again after a crash and must not make two.
   *
   * @param at sorts the id among others
   * @param seed what tells it from all others
   */
  public static ExecutionId derivedExecution(Instant at, String seed) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < seed.length(); i++) {
      high = high * 0x9E3779B97F4A7C15L + seed.charAt(i);
      low = low * 0xC2B2AE3D27D4EB4FL + seed.charAt(i);
    }
    long time = (at.toEpochMilli() << 16) | (mix(high) & 0xFFFF);
    return new ExecutionId(encode(time, mix(low ^ high)));
  }

  /**
   * The id of an execution's n-th task run. It follows from its arguments, because a decision that
   * is made again must name the same task run.
   *
   * @param sequence counts the task runs of an execution from 0
   */
  public static String taskRun(ExecutionId execution, int sequence) {
    long high = 0;
    long low = 0;
    String text = execution.value();
    for (int i = 0; i < text.length(); i++) {
      high = high * 0x9E3779B97F4A7C15L + text.charAt(i);
      low = low * 0xC2B2AE3D27D4EB4FL + text.charAt(i);
    }
    high = mix(high + sequence);
    low = mix(low ^ high);
    return encode(high, low);
  }

  /**
   * The id of an execution that a task starts. It follows from its arguments, because a call that
   * is made again must name the same execution; those of one attempt sort by their iterations.
   *
   * @param iteration counts the executions of one attempt from 0
   * @param at when the attempt began
   */
  public static ExecutionId called(
      ExecutionId caller, int taskRun, int attempt, int iteration, Instant at) {
    long hash = 0;
    String text = caller.value();
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x9E3779B97F4A7C15L + text.charAt(i);
    }
    hash = mix(mix(hash + taskRun) + attempt);
    long high = (at.toEpochMilli() << 16) | (iteration >>> 16);
    long low = ((long) iteration << 48) | (hash & 0xFFFF_FFFF_FFFFL);
    return new ExecutionId(encode(high, low));
  }

  /**
   * A number from 0 (inclusive) to 1 (exclusive) that follows from its arguments: the engine's
   * dice.
   */
  public static double fraction(ExecutionId execution, int sequence, int attempt) {
    long bits = mix(execution.value().hashCode() * 31L + sequence) + attempt;
    return (mix(bits) >>> 11) * 0x1.0p-53;
  }

  // the finaliser of SplitMix64 (Steele, Lea, Flood 2014)
  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  // long division of a 128-bit number, one 32-bit limb at a time, by 62⁵: the remainders are five
  // digits each, which are cheap to tell apart
  private static String encode(long high, long low) {
    long[] limbs = {high >>> 32, high & 0xFFFFFFFFL, low >>> 32, low & 0xFFFFFFFFL};
    char[] text = new char[LENGTH];
    int place = LENGTH;
    while (place > 0) {
      long remainder = 0;
      for (int limb = 0; limb < limbs.length; limb++) {
        long value = (remainder << 32) | limbs[limb];
        limbs[limb] = value / CHUNK;
        remainder = value % CHUNK;
      }
      int chunk = (int) remainder;
      for (int digit = 0; digit < CHUNK_DIGITS && place > 0; digit++) {
        text[--place] = DIGITS.charAt(chunk % BASE);
        chunk /= BASE;
      }
    }
    return new String(text);
  }
}
