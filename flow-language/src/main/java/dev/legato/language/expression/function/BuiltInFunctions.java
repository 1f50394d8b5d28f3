package dev.legato.language.expression.function;

import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every function of the expression language that needs neither files nor the network. */
public final class BuiltInFunctions {
  private static final Map<String, Signature> EXTERNAL =
      Stream.of(
              Signature.of(
                  "secret", "A secret: secret('API_KEY')", "key", "namespace", "subkey", "full"),
              Signature.of(
                  "kv",
                  "A value of the key-value store: kv('k')",
                  "key",
                  "namespace",
                  "errorOnMissing"),
              Signature.of(
                  "read", "The text of a file: read('queries/a.sql')", "path", "namespace"),
              Signature.of("fileURI", "The URI of a namespace file", "path", "namespace"),
              Signature.of("fileSize", "The size of a file in bytes", "path", "namespace"),
              Signature.of("fileExists", "Whether a file exists", "path", "namespace"),
              Signature.of("isFileEmpty", "Whether a file has no content", "path", "namespace"),
              Signature.of("fileEmpty", "Whether a file has no content", "path", "namespace"),
              Signature.of(
                  "http",
                  "The response of an HTTP request: http(uri='https://…')",
                  "uri",
                  "method",
                  "query",
                  "body",
                  "contentType",
                  "headers",
                  "options",
                  "accept"),
              Signature.of("errorLogs", "The last error logs of the execution"),
              Signature.of("randomPort", "A free local port"))
          .collect(Collectors.toUnmodifiableMap(Signature::name, Function.identity()));

  private BuiltInFunctions() {}

  /** Creates the functions. */
  public static List<ExpressionFunction> all(
      InstantSource clock, RandomGenerator random, ZoneId zone) {
    return Stream.of(
            Dated.all(clock, zone),
            Identifiers.all(clock, random),
            Contextual.all(),
            Data.all(),
            Encryption.all(random))
        .flatMap(List::stream)
        .toList();
  }

  /** Whether the name belongs to the language, but needs what only another module can do. */
  public static boolean isExternal(String name) {
    return EXTERNAL.containsKey(name);
  }

  /** Whether the function renders text that is not known before. */
  public static boolean rendersText(String name) {
    return name.equals("render") || name.equals("renderOnce");
  }

  /** What users can read about every function, sorted by name. */
  public static List<Signature> signatures() {
    Stream<Signature> builtIn =
        // only described, never called
        all(InstantSource.fixed(Instant.EPOCH), () -> 0, ZoneOffset.UTC).stream()
            .map(ExpressionFunction::signature);
    return Stream.concat(builtIn, EXTERNAL.values().stream()).sorted(Signature.BY_NAME).toList();
  }
}
