package dev.legato.http;

import dev.legato.plugin.http.HttpFailure;
import dev.legato.plugin.http.HttpOptions.Credentials;
import dev.legato.plugin.http.HttpOptions.Credentials.Basic;
import dev.legato.plugin.http.HttpOptions.Credentials.Bearer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers that a call sends. */
final class Headers {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** They follow from the body and the connection. */
  private static final Set<String> OURS =
      Set.of("content-length", "transfer-encoding", "connection", "keep-alive", "upgrade", "te");

  /** Names that say that the value lets somebody in. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i).*(auth|cookie|token|secret|passw|credential|signature|session|api-?key|access-?key).*");

  private Headers() {}

  /** One header. */
  record Header(String name, String value) {
    boolean isCredential() {
      return CREDENTIAL.matcher(name).matches();
    }
  }

  /**
   * The call's own headers.
   *
   * @throws HttpFailure when one could smuggle something into the call
   */
  static List<Header> of(Map<String, List<String>> written) throws HttpFailure {
    List<Header> headers = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : written.entrySet()) {
      String name = entry.getKey();
      if (!NAME.matcher(name).matches()) {
        throw new HttpFailure(
            "A header cannot be named '%s': use letters, digits and hyphens"
                .formatted(printable(name)));
      }
      if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
        for (String value : entry.getValue()) {
          headers.add(new Header(name, checked(name, value.strip())));
        }
      }
    }
    return headers;
  }

  private static String checked(String name, String value) throws HttpFailure {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && Character.isISOControl(c)) {
        throw new HttpFailure(
            "The header '%s' holds a line break or another control character, which no header may hold"
                .formatted(name));
      }
    }
    return value;
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /** What says who is calling; empty for nobody in particular. */
  static List<Header> authorization(@Nullable Credentials credentials, Target first)
      throws HttpFailure {
    return switch (credentials) {
      case null -> first.userInfo() == null ? List.of() : List.of(basic(first.userInfo()));
      case Basic(String username, String password) -> {
        if (username.contains(":")) {
          throw new HttpFailure("The user name for basic authentication must not hold a colon");
        }
        yield List.of(basicHeader("Authorization", username, password));
      }
      case Bearer(String token) ->
          List.of(new Header("Authorization", "Bearer " + checked("Authorization", token.strip())));
    };
  }

  private static Header basic(String userInfo) {
    String[] parts = userInfo.split(":", 2);
    return basicHeader(
        "Authorization", decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  static Header basicHeader(String name, String username, String password) {
    String pair = username + ":" + password;
    return new Header(
        name, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
