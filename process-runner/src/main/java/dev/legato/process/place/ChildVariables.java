package dev.legato.process.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables of the server every program gets. Only those that say where things are and how to
 * write: never the server's secrets, and none whose meaning is not known.
 */
public final class ChildVariables {
  private static final Set<String> NAMES =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "SHELL",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TERM",
          "TMPDIR",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "REQUESTS_CA_BUNDLE",
          "NODE_EXTRA_CA_CERTS",
          "JAVA_HOME",
          "LD_LIBRARY_PATH");

  private static final String LOCALE = "LC_";
  private static final List<String> NEVER = List.of("SECRET_", "LEGATO_", "KESTRA_");
  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private ChildVariables() {}

  /**
   * Those of the server that programs get.
   *
   * @param server all variables of the server
   * @param further names that are handed on, too; a {@code *} in the end stands for any letters
   */
  public static Map<String, String> of(Map<String, String> server, List<String> further) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PATH", DEFAULT_PATH);
    server.forEach(
        (name, value) -> {
          if (isHandedOn(name, further)) {
            variables.put(name, value);
          }
        });
    return variables;
  }

  private static boolean isHandedOn(String name, List<String> further) {
    if (NEVER.stream().anyMatch(name::startsWith)) {
      return false;
    }
    return NAMES.contains(name)
        || name.startsWith(LOCALE)
        || further.stream().anyMatch(wanted -> matches(wanted, name));
  }

  private static boolean matches(String wanted, String name) {
    return wanted.endsWith("*")
        ? name.startsWith(wanted.substring(0, wanted.length() - 1))
        : name.equals(wanted);
  }
}
