package dev.legato.rest.security;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which names this server answers to. A page of another site can make a browser reach us under a
 * name of its own, so names must be configured. An address cannot be forged that way and is always
 * allowed, as is {@code localhost}.
 */
public final class HostRule {
  private static final String LOCALHOST = "localhost";

  private final Set<String> allowed;

  /**
   * Allows names.
   *
   * @param allowed names, or names with a port that must match, too
   */
  public HostRule(Set<String> allowed) {
    this.allowed =
        allowed.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Whether a {@code Host} header, with or without a port, is one of ours. */
  public boolean allows(String header) {
    String host = header.toLowerCase(Locale.ROOT);
    String name = withoutPort(host);
    return name.equals(LOCALHOST)
        || isAddress(name)
        || allowed.contains(name)
        || allowed.contains(host);
  }

  private static String withoutPort(String host) {
    int bracket = host.indexOf(']');
    int colon = host.indexOf(':', Math.max(bracket, 0));
    return colon < 0 ? host : host.substring(0, colon);
  }

  private static boolean isAddress(String name) {
    return !name.isEmpty() && (name.charAt(0) == '[' ? isIpv6(name) : isIpv4(name));
  }

  private static boolean isIpv6(String name) {
    for (int i = 1; i < name.length() - 1; i++) {
      char c = name.charAt(i);
      if (Character.digit(c, 16) < 0 && c != ':' && c != '.') {
        return false;
      }
    }
    return name.length() > 2 && name.charAt(name.length() - 1) == ']';
  }

  private static boolean isIpv4(String name) {
    int parts = 0;
    for (String part : name.split("\\.", -1)) {
      if (part.isEmpty()
          || part.length() > 3
          || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return false;
      }
      parts++;
    }
    return parts == 4;
  }
}
