package dev.legato.language.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows on which days work rests, by country and part of it. Calendars are read from this program's
 * own files when they are first asked for. Safe for use by many threads.
 */
public final class PublicHolidays {
  private final Map<String, HolidayManager> countries = new ConcurrentHashMap<>();

  /** A place has no calendar; the message says which places have one. */
  public static final class UnknownPlaceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnknownPlaceException(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** What is wrong, to be continued after the name of what was asked. */
    public String reason() {
      return reason;
    }
  }

  /**
   * Whether the day is a public holiday.
   *
   * @param country its two letters in ISO 3166-1: {@code DE}
   * @param subDivision a part of the country in ISO 3166-2, with or without the country: {@code BY}
   *     or {@code DE-BY}; null for holidays of the whole country only
   */
  public boolean isHoliday(LocalDate day, String country, @Nullable String subDivision)
      throws UnknownPlaceException {
    HolidayManager calendar = calendar(country.strip().toLowerCase(Locale.ROOT));
    return subDivision == null
        ? calendar.isHoliday(day, HolidayType.PUBLIC_HOLIDAY)
        : calendar.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, part(calendar, subDivision));
  }

  private HolidayManager calendar(String country) throws UnknownPlaceException {
    HolidayManager known = countries.get(country);
    if (known != null) {
      return known;
    }
    if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(country::equalsIgnoreCase)) {
      throw new UnknownPlaceException(
          "knows no such country; use two letters such as 'FR' or 'DE'");
    }
    HolidayManager read = HolidayManager.getInstance(ManagerParameters.create(country));
    countries.put(country, read);
    return read;
  }

  private static String part(HolidayManager calendar, String subDivision)
      throws UnknownPlaceException {
    String country = calendar.getCalendarHierarchy().getId();
    String part = subDivision.strip().toLowerCase(Locale.ROOT);
    if (part.startsWith(country + "-")) {
      part = part.substring(country.length() + 1);
    }
    Map<String, ?> parts = calendar.getCalendarHierarchy().getChildren();
    if (!parts.containsKey(part)) {
      throw new UnknownPlaceException(
          parts.isEmpty()
              ? "knows no parts of this country"
              : "knows no such part of the country; it knows "
                  + String.join(", ", new TreeSet<>(parts.keySet())));
    }
    return part;
  }
}
