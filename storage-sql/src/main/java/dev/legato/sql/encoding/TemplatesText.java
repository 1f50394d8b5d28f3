package dev.legato.sql.encoding;

import dev.legato.model.flow.TemplateId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Revisions of templates as text: {@code [[namespace, id, revision], …]}, null for none. */
public final class TemplatesText {
  private TemplatesText() {}

  public static @Nullable String encode(Map<TemplateId, Integer> templates) {
    if (templates.isEmpty()) {
      return null;
    }
    return JsonText.encode(
        templates.entrySet().stream()
            .map(used -> List.of(used.getKey().namespace(), used.getKey().id(), used.getValue()))
            .toList());
  }

  public static Map<TemplateId, Integer> decode(@Nullable String text) {
    if (text == null) {
      return Map.of();
    }
    var templates = new LinkedHashMap<TemplateId, Integer>();
    for (var entry : JsonText.decodeList(text)) {
      if (entry instanceof List<?> used
          && used.size() == 3
          && used.get(0) instanceof String namespace
          && used.get(1) instanceof String id
          && used.get(2) instanceof Number revision) {
        templates.put(new TemplateId(namespace, id), revision.intValue());
      } else {
        throw new IllegalStateException(
            "Expected a template's namespace, id and revision, but read " + entry);
      }
    }
    return templates;
  }
}
