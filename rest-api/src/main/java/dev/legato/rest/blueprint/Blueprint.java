package dev.legato.rest.blueprint;

import java.util.List;
import java.util.Locale;

/**
 * Something to start from.
 *
 * @param title in a few words
 * @param tags what it is about; people choose by them
 * @param date of its first publication, such as {@code 2026-11-22T00:00:00Z}
 * @param source the YAML document
 */
record Blueprint(
    String id, Kind kind, String title, List<String> tags, String date, String source) {

  /** What a blueprint is a start for. */
  enum Kind {
    FLOW,
    DASHBOARD;

    /** Its name in paths. */
    String path() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the text stands in the title, the source or a tag, in whatever case. */
  boolean mentions(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return (title + "\n" + source + "\n" + String.join("\n", tags))
        .toLowerCase(Locale.ROOT)
        .contains(wanted);
  }
}
