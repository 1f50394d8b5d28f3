package dev.legato.rest.dashboard;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.complaint.Mark;
import dev.legato.language.yaml.YamlLimits;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads dashboards and charts, with line and column in every complaint. */
final class DashboardReader {
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}");
  private static final int MAX_CHARTS = 100;

  private DashboardReader() {}

  /**
   * What a source says.
   *
   * @param value absent when there are errors
   */
  record Read<T>(Optional<T> value, List<Complaint> complaints) {}

  /** Reads a whole dashboard. */
  static Read<Dashboard> dashboard(String source) {
    var complaints = new Complaints();
    Optional<Dashboard> read = document(source, complaints).map(DashboardReader::dashboard);
    return done(read, complaints);
  }

  /** Reads a chart alone. */
  static Read<Chart> chart(String source) {
    var complaints = new Complaints();
    Optional<Chart> read = document(source, complaints).flatMap(DashboardReader::chart);
    return done(read, complaints);
  }

  private static <T> Read<T> done(Optional<T> read, Complaints complaints) {
    return new Read<>(complaints.hasErrors() ? Optional.empty() : read, complaints.list());
  }

  private static Optional<Section> document(String source, Complaints complaints) {
    Optional<YamlNode> node = new YamlReader(YamlLimits.DEFAULTS).read(source, complaints);
    if (node.isPresent() && node.get() instanceof YamlNode.Mapping mapping) {
      return Optional.of(new Section(mapping, "", complaints));
    }
    if (!complaints.hasErrors()) {
      complaints.error(
          ComplaintCode.WRONG_TYPE,
          Mark.START,
          "",
          "The document must be a mapping.",
          "Begin with a line like 'title: My dashboard'.");
    }
    return Optional.empty();
  }

  private static Dashboard dashboard(Section section) {
    section.allowOnly("id", "title", "description", "timeWindow", "charts");
    var window = Dashboard.USUAL_WINDOW;
    var longest = Dashboard.MAX_WINDOW;
    Optional<Section> windows = section.section("timeWindow");
    if (windows.isPresent()) {
      windows.get().allowOnly("default", "max");
      window = windows.get().duration("default").orElse(window);
      longest = windows.get().duration("max").orElse(longest);
      checkWindows(windows.get(), window, longest);
    }
    return new Dashboard(
        id(section).orElse(null),
        section.required("title").orElse(""),
        section.text("description").orElse(null),
        window,
        longest,
        charts(section));
  }

  private static void checkWindows(Section windows, Duration window, Duration longest) {
    if (longest.compareTo(Dashboard.MAX_WINDOW) > 0) {
      windows.complain(
          ComplaintCode.INVALID_VALUE, "max", "'max' must be at most 366 days.", "Use P366D.");
    }
    if (window.compareTo(longest) > 0) {
      windows.complain(
          ComplaintCode.INVALID_VALUE, "default", "'default' must not be longer than 'max'.", null);
    }
  }

  private static Optional<String> id(Section section) {
    return section
        .text("id")
        .filter(
            id -> {
              boolean right = ID.matcher(id).matches();
              if (!right) {
                section.complain(
                    ComplaintCode.INVALID_ID,
                    "id",
                    "'%s' is not an id.".formatted(id),
                    "Use letters, digits, '_' and '-', a letter or digit first, at most 100.");
              }
              return right;
            });
  }

  private static List<Chart> charts(Section section) {
    List<Section> sections = section.sections("charts");
    if (sections.isEmpty() && !section.names().contains("charts")) {
      section.complain(
          ComplaintCode.MISSING_PROPERTY, "charts", "'charts' is missing.", "Add a list of them.");
    }
    if (sections.size() > MAX_CHARTS) {
      section.complain(
          ComplaintCode.TOO_MANY,
          "charts",
          "A dashboard can have %d charts.".formatted(MAX_CHARTS),
          null);
    }
    var ids = new HashSet<String>();
    var charts = new ArrayList<Chart>();
    for (Section each : sections) {
      chart(each)
          .ifPresent(
              chart -> {
                if (!ids.add(chart.id())) {
                  each.complain(
                      ComplaintCode.DUPLICATE_ID,
                      "id",
                      "There is another chart with the id '%s'.".formatted(chart.id()),
                      "Give each chart an id of its own.");
                }
                charts.add(chart);
              });
    }
    return List.copyOf(charts);
  }

  private static Optional<Chart> chart(Section section) {
    Optional<String> id = id(section);
    if (id.isEmpty() && section.text("id").isEmpty()) {
      section.complain(ComplaintCode.MISSING_PROPERTY, "id", "'id' is missing.", "Add it.");
    }
    return new ChartReader(section).read(id.orElse(""));
  }
}
