package dev.legato.data.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of columns.
 *
 * @param names one for each column that is kept
 * @param width how many columns there are, those that are left out included
 */
record Header(List<String> names, int width) {
  static Header of(String[] fields, CsvReadOptions options) {
    List<String> names =
        switch (options.emptyHeader()) {
          case DROP -> dropped(fields, options);
          case RENAME -> renamed(fields);
        };
    return new Header(names, fields.length);
  }

  private static List<String> dropped(String[] fields, CsvReadOptions options) {
    int kept = fields.length;
    while (kept > 0 && fields[kept - 1].isBlank()) {
      kept--;
    }
    if (kept < fields.length) {
      options
          .badRows()
          .warnings()
          .accept(
              "The last %d columns have no name and are left out.".formatted(fields.length - kept));
    }
    List<String> names = Arrays.asList(fields).subList(0, kept);
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        options
            .badRows()
            .warnings()
            .accept("Two columns are named '%s'; the last one is kept.".formatted(name));
      }
    }
    return names;
  }

  private static List<String> renamed(String[] fields) {
    Set<String> taken = new HashSet<>(Arrays.asList(fields));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      String name = fields[i];
      if (name.isBlank()) {
        name = "col_" + i;
        for (int n = 2; taken.contains(name); n++) {
          name = "col_" + i + "_" + n;
        }
        taken.add(name);
      }
      names.add(name);
    }
    return names;
  }
}
