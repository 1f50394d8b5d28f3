package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.StoredExecution;
import dev.legato.server.config.ServerConfig;
import dev.legato.storage.KeyValue;
import dev.legato.storage.KeyValueChange;
import dev.legato.storage.file.SafePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flows have from their namespaces. */
class NamespacesTest {
  private static final String FLOW =
      """
      id: shared
      namespace: shop.eu.west
      tasks:
        - id: choose
          type: io.kestra.plugin.core.flow.If
          condition: "{{ namespace.currency == 'EUR' }}"
          then:
            - id: log
              type: io.kestra.plugin.core.log.Log
              message: "{{ namespace.mail.from }} {{ namespace.mail.to }} {{ kv('limit') }}"
        - {id: get, type: io.kestra.plugin.core.kv.Get, key: limit}
        - {id: size, type: io.kestra.plugin.core.storage.Size, uri: "nsfile://shop/a%20b.txt"}
        - id: turn
          type: io.kestra.plugin.core.storage.Reverse
          from: nsfile:///own.txt
      outputs:
        - {id: limit, type: INT, value: "{{ outputs.get.value }}"}
        - {id: size, type: INT, value: "{{ outputs.size.size }}"}
        - {id: turned, type: STRING, value: "{{ read(outputs.turn.uri) | trim }}"}
      """;

  @TempDir private Path data;

  @Test
  void variablesValuesAndFilesReachEveryKindOfTask() throws Exception {
    try (var application = Application.start(data, ServerConfig.DEFAULTS)) {
      application
          .namespaces()
          .put("shop", null, Map.of("currency", "USD", "mail", Map.of("from", "me")));
      application
          .namespaces()
          .create("shop.eu", null, Map.of("currency", "EUR", "mail", Map.of("to", "you")));
      application.storage().keyValues().put(Samples.number("shop", "limit", 7));
      Samples.file(application, "shop", "a b.txt", "four");
      Samples.file(application, "shop.eu.west", "own.txt", "one\ntwo\n");
      var runs = new Runs(application);

      StoredExecution ended = runs.run(FLOW, Map.of());

      assertThat(runs.log(ended)).containsExactly("me you 7");
      assertThat(ended.execution().outputs())
          .isEqualTo(Map.of("limit", 7, "size", 4, "turned", "two\none"));
    }
  }

  @Test
  void whatIsSaidAboutANamespaceOutlivesTheServer() throws Exception {
    try (var application = Application.start(data, ServerConfig.DEFAULTS)) {
      application.namespaces().put("shop", "All shops", Map.of("a", 1));
    }
    try (var application = Application.start(data, ServerConfig.DEFAULTS)) {
      assertThat(application.namespaces().variables("shop.eu")).isEqualTo(Map.of("a", 1));
    }
  }

  /** What is there before a flow runs. */
  private static final class Samples {
    static KeyValueChange number(String namespace, String key, int value) {
      return new KeyValueChange(namespace, key, KeyValue.of(value), null, null);
    }

    static void file(Application application, String namespace, String path, String text)
        throws IOException {
      application
          .namespaceFiles()
          .write(
              namespace,
              SafePath.parse(path),
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
