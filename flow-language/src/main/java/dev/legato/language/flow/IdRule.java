package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which names the things of a flow may have. */
public enum IdRule {
  FLOW("[a-zA-Z0-9][a-zA-Z0-9._-]*", 100, "letters, digits, '.', '_' and '-'"),
  TEMPLATE("[a-zA-Z0-9][a-zA-Z0-9._-]*", 100, "letters, digits, '.', '_' and '-'"),
  NAMESPACE("[a-z0-9][a-z0-9._-]*", 150, "lower-case letters, digits, '.', '_' and '-'"),
  TASK("[a-zA-Z0-9][a-zA-Z0-9_-]*", 256, "letters, digits, '_' and '-'"),
  INPUT(
      "[a-zA-Z0-9][a-zA-Z0-9_-]*(\\.[a-zA-Z0-9_-]+)*",
      150,
      "letters, digits, '_' and '-', with single dots between");

  /** Words that follow the namespace in paths of the API. */
  private static final Set<String> RESERVED =
      Set.of(
          "by-ids",
          "by-query",
          "change-status",
          "disable",
          "enable",
          "eval",
          "executions",
          "force-run",
          "kill",
          "labels",
          "pause",
          "replay",
          "replay-with-inputs",
          "restart",
          "resume",
          "resume-from-breakpoint",
          "search",
          "source",
          "state",
          "unqueue");

  private final Pattern pattern;
  private final int maxLength;
  private final String characters;

  IdRule(String regex, int maxLength, String characters) {
    this.pattern = Pattern.compile(regex);
    this.maxLength = maxLength;
    this.characters = characters;
  }

  /** What the whole id matches. */
  public String regex() {
    return pattern.pattern();
  }

  /** In characters. */
  public int maxLength() {
    return maxLength;
  }

  /** The id in a required property; absent after a complaint. */
  @Nullable String read(Fields fields, String property) {
    String id = fields.requiredText(property);
    if (id == null) {
      return null;
    }
    if (id.length() > maxLength || !pattern.matcher(id).matches()) {
      fields.error(
          ComplaintCode.INVALID_ID,
          property,
          "Property '%s' must be 1 to %d %s, the first a letter or digit, but is %s."
              .formatted(property, maxLength, characters, shown(id)),
          "Write '%s', for example.".formatted(mended(id)));
      return null;
    }
    if (this == FLOW && RESERVED.contains(id)) {
      fields.error(
          ComplaintCode.RESERVED_ID,
          property,
          "The API keeps the flow id '%s' for itself.".formatted(id),
          "Choose another one.");
      return null;
    }
    return id;
  }

  /** What the author may have had in mind. */
  private String mended(String id) {
    String cased = this == NAMESPACE ? id.toLowerCase(Locale.ROOT) : id;
    String mended =
        cased
            .substring(0, Math.min(cased.length(), maxLength))
            .replaceAll(this == TASK ? "[^a-zA-Z0-9_-]+" : "[^a-zA-Z0-9._-]+", "-")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^[._-]+|[._-]+$", "");
    return pattern.matcher(mended).matches() ? mended : "my-" + name().toLowerCase(Locale.ROOT);
  }

  private static String shown(String id) {
    return id.length() <= 60 ? "'" + id + "'" : "'" + id.substring(0, 57) + "...'";
  }
}
