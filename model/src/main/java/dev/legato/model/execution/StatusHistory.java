package dev.legato.model.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * The statuses that something went through, oldest first, never empty. Times are kept in
 * microseconds; an entry takes eight bytes because a loop may have a million of them in memory.
 *
 * @param <S> the kind of status
 */
public final class StatusHistory<S extends Enum<S>> {
  private static final int STATUS_BITS = 8;

  /** Asking a class for its constants copies them each time. */
  private static final ClassValue<Object[]> CONSTANTS =
      new ClassValue<>() {
        @Override
        protected Object[] computeValue(Class<?> type) {
          return type.getEnumConstants();
        }
      };

  private final Class<S> type;
  private final long[] entries;

  private StatusHistory(Class<S> type, long[] entries) {
    this.type = type;
    this.entries = entries;
  }

  /** A history that begins with one status. */
  public static <S extends Enum<S>> StatusHistory<S> of(S first, Instant at) {
    return new StatusHistory<>(first.getDeclaringClass(), new long[] {pack(first, at)});
  }

  /** A history with these entries, oldest first; at least one. */
  public static <S extends Enum<S>> StatusHistory<S> of(List<Entry<S>> entries) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one entry in a history, but got none");
    }
    Class<S> type = entries.getFirst().status().getDeclaringClass();
    return new StatusHistory<>(
        type, entries.stream().mapToLong(e -> pack(e.status(), e.at())).toArray());
  }

  /** This history with one entry more; the same when the status does not change. */
  public StatusHistory<S> with(S status, Instant at) {
    if (current() == status) {
      return this;
    }
    long[] longer = Arrays.copyOf(entries, entries.length + 1);
    longer[entries.length] = pack(status, at);
    return new StatusHistory<>(type, longer);
  }

  public S current() {
    return status(entries[entries.length - 1]);
  }

  /** When the first status was entered. */
  public Instant start() {
    return at(entries[0]);
  }

  /** When the current status was entered. */
  public Instant last() {
    return at(entries[entries.length - 1]);
  }

  /** From the first entry to the last. */
  public Duration span() {
    return Duration.between(start(), last());
  }

  /** Oldest first; a view without copies. */
  public List<Entry<S>> entries() {
    return new AbstractList<>() {
      @Override
      public Entry<S> get(int index) {
        return new Entry<>(status(entries[index]), at(entries[index]));
      }

      @Override
      public int size() {
        return entries.length;
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatusHistory<?> that
        && type == that.type
        && Arrays.equals(entries, that.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    return entries().toString();
  }

  // the ordinal never leaves memory; what is stored is the name
  @SuppressWarnings("EnumOrdinal")
  private static long pack(Enum<?> status, Instant at) {
    return (ChronoUnit.MICROS.between(Instant.EPOCH, at) << STATUS_BITS) | status.ordinal();
  }

  private S status(long packed) {
    return type.cast(CONSTANTS.get(type)[(int) (packed & ((1 << STATUS_BITS) - 1))]);
  }

  private static Instant at(long packed) {
    return Instant.EPOCH.plus(packed >> STATUS_BITS, ChronoUnit.MICROS);
  }

  /** A status and when it was entered. */
  public record Entry<S>(S status, Instant at) {}
}
