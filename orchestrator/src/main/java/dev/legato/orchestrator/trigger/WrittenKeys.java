package dev.legato.orchestrator.trigger;

import dev.legato.language.complaint.Complaints;
import dev.legato.language.yaml.YamlLimits;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** The keys of webhooks in the source of a flow that cannot be read any more, without templates. */
final class WrittenKeys {
  private WrittenKeys() {}

  /** Whether the key is one of them; compares with all of them. */
  static boolean contain(String source, byte[] key) {
    boolean found = false;
    for (YamlNode trigger : triggers(source)) {
      Optional<String> written =
          text(trigger, "type")
              .filter(type -> type.endsWith(".Webhook"))
              .flatMap(_ -> text(trigger, "key"))
              .filter(text -> !text.isBlank() && text.indexOf('{') < 0);
      found |= MessageDigest.isEqual(written.orElse("\n").getBytes(StandardCharsets.UTF_8), key);
    }
    return found;
  }

  private static List<YamlNode> triggers(String source) {
    return new YamlReader(YamlLimits.DEFAULTS)
        .read(source, new Complaints())
        .flatMap(flow -> value(flow, "triggers"))
        .map(node -> node instanceof YamlNode.Sequence list ? list.elements() : null)
        .orElse(List.of());
  }

  private static Optional<String> text(YamlNode node, String name) {
    return value(node, name)
        .map(value -> value instanceof YamlNode.Scalar scalar ? scalar.text() : null);
  }

  private static Optional<YamlNode> value(YamlNode node, String name) {
    return node instanceof YamlNode.Mapping mapping
        ? Optional.ofNullable(mapping.get(name))
        : Optional.empty();
  }
}
