package dev.legato.language.schedule;

/**
 * The times of day that a cron expression means. A time is the number of seconds since midnight.
 *
 * @param seconds a bit for each second at which it may fire
 * @param minutes a bit for each minute
 * @param hours a bit for each hour
 */
record CronTimes(long seconds, long minutes, long hours) {
  static final int NONE = -1;

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  /** The first time of a day. */
  int first() {
    return time(Bits.first(hours), Bits.first(minutes), Bits.first(seconds));
  }

  /** The last time of a day. */
  int last() {
    return time(Bits.last(hours), Bits.last(minutes), Bits.last(seconds));
  }

  /** The first time that is not before the given one; {@link #NONE} when it is on another day. */
  int atOrAfter(int time) {
    int hour = time / HOUR;
    int minute = time / MINUTE % MINUTE;
    if (Bits.has(hours, hour)) {
      int second = Bits.has(minutes, minute) ? Bits.atOrAfter(seconds, time % MINUTE) : Bits.NONE;
      if (second != Bits.NONE) {
        return time(hour, minute, second);
      }
      int laterMinute = Bits.atOrAfter(minutes, minute + 1);
      if (laterMinute != Bits.NONE) {
        return time(hour, laterMinute, Bits.first(seconds));
      }
    }
    int laterHour = Bits.atOrAfter(hours, hour + 1);
    return laterHour == Bits.NONE
        ? NONE
        : time(laterHour, Bits.first(minutes), Bits.first(seconds));
  }

  /** The last time that is not after the given one; {@link #NONE} when it is on another day. */
  int atOrBefore(int time) {
    int hour = time / HOUR;
    int minute = time / MINUTE % MINUTE;
    if (Bits.has(hours, hour)) {
      int second = Bits.has(minutes, minute) ? Bits.atOrBefore(seconds, time % MINUTE) : Bits.NONE;
      if (second != Bits.NONE) {
        return time(hour, minute, second);
      }
      int earlierMinute = Bits.atOrBefore(minutes, minute - 1);
      if (earlierMinute != Bits.NONE) {
        return time(hour, earlierMinute, Bits.last(seconds));
      }
    }
    int earlierHour = Bits.atOrBefore(hours, hour - 1);
    return earlierHour == Bits.NONE
        ? NONE
        : time(earlierHour, Bits.last(minutes), Bits.last(seconds));
  }

  private static int time(int hour, int minute, int second) {
    return hour * HOUR + minute * MINUTE + second;
  }
}
