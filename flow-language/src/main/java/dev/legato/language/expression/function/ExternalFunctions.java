package dev.legato.language.expression.function;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Signature;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The functions of the language that need files, a database or the network, so that another module
 * must bring them. Here is what they are called; without that module a call says what is missing.
 */
public final class ExternalFunctions {
  public static final Signature SECRET =
      Signature.of("secret", "A secret: secret('API_KEY')", "key", "namespace", "subkey", "full");
  public static final Signature KV =
      Signature.of(
          "kv", "A value of the key-value store: kv('k')", "key", "namespace", "errorOnMissing");
  public static final Signature READ =
      Signature.of("read", "The text of a file: read('queries/a.sql')", "path", "namespace");
  public static final Signature FILE_URI =
      Signature.of("fileURI", "The URI of a namespace file", "path", "namespace");
  public static final Signature FILE_SIZE =
      Signature.of("fileSize", "The size of a file in bytes", "path", "namespace");
  public static final Signature FILE_EXISTS =
      Signature.of("fileExists", "Whether a file exists", "path", "namespace");
  public static final Signature IS_FILE_EMPTY =
      Signature.of("isFileEmpty", "Whether a file has no content", "path", "namespace");
  public static final Signature HTTP =
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
          "accept");
  public static final Signature ERROR_LOGS =
      Signature.of("errorLogs", "The last error logs of the execution");
  public static final Signature RANDOM_PORT = Signature.of("randomPort", "A free local port");

  private static final List<Signature> ALL =
      List.of(
          SECRET,
          KV,
          READ,
          FILE_URI,
          FILE_SIZE,
          FILE_EXISTS,
          IS_FILE_EMPTY,
          IS_FILE_EMPTY.named("fileEmpty"),
          HTTP,
          ERROR_LOGS,
          RANDOM_PORT);

  private static final String OTHER_EDITION = "belongs to an edition of Kestra, not to Legato";

  /** Why those of other programs, which flows may still name, can give nothing here. */
  private static final Map<Signature, String> ABSENT =
      Map.of(
          Signature.of("i18n", "A text of a message bundle", "bundle", "key", "params"),
          "has no message bundles to read here; keep texts in variables or namespace files",
          Signature.of("appLink", "The address of an app", "id", "baseUrl"),
          OTHER_EDITION,
          Signature.of("credential", "A token of a credential", "key", "namespace"),
          OTHER_EDITION);

  private ExternalFunctions() {}

  /** What users can read about them. */
  public static List<Signature> signatures() {
    return ALL;
  }

  /**
   * Stands in for each of them, and for functions that only other programs have, so that flows that
   * name them are valid; a call fails and says why.
   */
  public static List<ExpressionFunction> unavailable() {
    return Stream.<ExpressionFunction>concat(
            ALL.stream().map(known -> new Unavailable(known, true, "is not available here")),
            ABSENT.entrySet().stream()
                .map(absent -> new Unavailable(absent.getKey(), false, absent.getValue())))
        .toList();
  }

  private record Unavailable(Signature signature, boolean waits, String reason)
      implements ExpressionFunction {
    @Override
    public Object call(Call call) {
      throw call.fail(reason);
    }
  }
}
