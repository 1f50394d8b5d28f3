package dev.legato.language.input;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.input.Refusal.Reason;
import dev.legato.language.yaml.YamlLimits;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlReader;
import dev.legato.language.yaml.YamlValues;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Texts that hold a structured value. */
final class StructuredText {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private StructuredText() {}

  static Object json(String text) throws Refusal {
    try {
      Object value = JSON.readValue(text, Object.class);
      if (value != null) {
        return value;
      }
    } catch (JacksonException e) {
      throw new Refusal(Reason.WRONG_TYPE, "must be JSON" + place(e.getLocation()));
    }
    throw new Refusal(Reason.WRONG_TYPE, "must be JSON other than null");
  }

  private static String place(@Nullable TokenStreamLocation mistake) {
    return mistake == null || mistake.getLineNr() < 1
        ? ""
        : "; the mistake is at line %d, column %d"
            .formatted(mistake.getLineNr(), mistake.getColumnNr());
  }

  static Object yaml(String text) throws Refusal {
    Complaints complaints = new Complaints();
    Optional<YamlNode> node = new YamlReader(YamlLimits.DEFAULTS).read(text, complaints);
    Object value =
        node.map(n -> new YamlValues(YamlLimits.DEFAULTS, complaints).json(n, "")).orElse(null);
    if (complaints.hasErrors()) {
      Complaint first = complaints.list().getFirst();
      throw new Refusal(Reason.WRONG_TYPE, "must be YAML: " + first);
    }
    if (value == null) {
      throw new Refusal(Reason.WRONG_TYPE, "must be YAML other than null");
    }
    return value;
  }
}
