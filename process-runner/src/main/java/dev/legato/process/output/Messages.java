package dev.legato.process.output;

import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskLog.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lines such as {@code ::{"outputs": {"rows": 3}}::}, with which a program talks to the server. */
final class Messages {
  static final String BEGIN = "::{";
  private static final String END = "}::";
  private static final int MARK = 2; // the colons
  private static final int MOST_SHOWN = 200;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

  private final OutputLimits limits;
  private final TaskContext context;
  private final Map<String, @Nullable Object> vars = new LinkedHashMap<>();
  private int count;
  private long characters;
  private boolean full;

  Messages(OutputLimits limits, TaskContext context) {
    this.limits = limits;
    this.context = context;
  }

  /** Whether a line is one, well formed inside or not. */
  static boolean isMessage(String line) {
    return line.startsWith(BEGIN)
        && line.endsWith(END)
        && line.length() >= BEGIN.length() + END.length();
  }

  synchronized Map<String, @Nullable Object> vars() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(vars));
  }

  /** Does what the line says; what cannot be understood is told in the log. */
  synchronized void carryOut(String line) {
    if (++count > limits.maxMessages()) {
      if (count == limits.maxMessages() + 1) {
        context
            .log()
            .warn(
                "A program may write %d lines of outputs; the further ones are left out."
                    .formatted(limits.maxMessages()));
      }
      return;
    }
    Object message;
    try {
      message = JSON.readValue(line.substring(MARK, line.length() - MARK), Object.class);
    } catch (JacksonException e) {
      context.log().warn("Invalid outputs '%s'".formatted(e.getOriginalMessage()));
      return;
    }
    if (message instanceof Map<?, ?> members) {
      outputs(members.get("outputs"), line.length());
      each("metric", members.get("metrics"), this::metric);
      each("log", members.get("logs"), this::log);
    }
  }

  private void outputs(@Nullable Object outputs, int length) {
    if (outputs == null) {
      return;
    }
    if (!(outputs instanceof Map<?, ?> values)) {
      context
          .log()
          .warn("Invalid outputs 'they must be a map, but are %s'".formatted(shown(outputs)));
      return;
    }
    characters += length;
    if (characters > limits.maxVarsBytes()) {
      if (!full) {
        full = true;
        context
            .log()
            .warn(
                "The outputs are too large; the further ones are left out. Write them to a file.");
      }
      return;
    }
    values.forEach((name, value) -> vars.put(String.valueOf(name), value));
  }

  /** What to do with an element; false when it cannot be understood. */
  private interface Reader {
    boolean read(Map<?, ?> element);
  }

  private void each(String what, @Nullable Object elements, Reader reader) {
    if (elements == null) {
      return;
    }
    for (Object element : elements instanceof List<?> list ? list : List.of(elements)) {
      if (!(element instanceof Map<?, ?> map) || !reader.read(map)) {
        context.log().warn("Invalid %s '%s'".formatted(what, shown(element)));
      }
    }
  }

  private boolean metric(Map<?, ?> metric) {
    if (!(metric.get("name") instanceof String name)
        || !(metric.get("type") instanceof String type)) {
      return false;
    }
    Object value = metric.get("value");
    Map<String, String> tags = tags(metric.get("tags"));
    if (type.equals("timer")) {
      Duration duration = duration(value);
      if (duration != null) {
        context.time(name, duration, tags);
      }
      return duration != null;
    }
    if (!(value instanceof Number number)) {
      return false;
    }
    switch (type) {
      case "counter" -> context.count(name, number.doubleValue(), tags);
      case "gauge" -> context.gauge(name, number.doubleValue(), tags);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Map<String, String> tags(@Nullable Object given) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (given instanceof Map<?, ?> map) {
      map.forEach((name, value) -> tags.put(String.valueOf(name), String.valueOf(value)));
    }
    return tags;
  }

  private static @Nullable Duration duration(@Nullable Object value) {
    try {
      return switch (value) {
        case Integer seconds -> Duration.ofSeconds(seconds);
        case Long seconds -> Duration.ofSeconds(seconds);
        case Number seconds when Double.isFinite(seconds.doubleValue()) ->
            Duration.ofNanos(BigDecimal.valueOf(seconds.doubleValue()).multiply(NANOS).longValue());
        case String text -> Duration.parse(text);
        case null, default -> null;
      };
    } catch (DateTimeParseException | ArithmeticException _) {
      return null;
    }
  }

  private boolean log(Map<?, ?> entry) {
    if (!(entry.get("level") instanceof String name) || entry.get("message") == null) {
      return false;
    }
    Level level = level(name);
    if (level != null) {
      context.log().log(level, String.valueOf(entry.get("message")));
    }
    return level != null;
  }

  private static @Nullable Level level(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "TRACE" -> Level.TRACE;
      case "DEBUG" -> Level.DEBUG;
      case "INFO" -> Level.INFO;
      case "WARN", "WARNING" -> Level.WARN;
      case "ERROR", "CRITICAL" -> Level.ERROR;
      default -> null;
    };
  }

  private static String shown(@Nullable Object value) {
    String text = JSON.writeValueAsString(value);
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }
}
