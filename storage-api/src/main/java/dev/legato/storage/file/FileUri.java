package dev.legato.storage.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Addresses of paths, such as {@code kestra:///company/team/load/data.csv}. */
final class FileUri {
  static final String SCHEME = "kestra://";
  static final String PREFIX = "kestra:";

  private static final String UNRESERVED = "-._~!$&'()*+,;=@";

  private FileUri() {}

  static SafePath parse(String uri) {
    if (!uri.startsWith(SCHEME + "/")) {
      throw refuse(uri, "such an address begins with 'kestra:///'");
    }
    if (uri.indexOf('?') >= 0 || uri.indexOf('#') >= 0) {
      throw refuse(uri, "'?' and '#' must be percent-encoded");
    }
    String path = uri.substring(SCHEME.length() + 1);
    if (path.isEmpty()) {
      return SafePath.TOP;
    }
    var names = new ArrayList<String>();
    for (String name : path.split("/", -1)) {
      names.add(decode(name, uri));
    }
    return new SafePath(names);
  }

  static String decode(String name, String uri) {
    if (name.indexOf('%') < 0) {
      return name;
    }
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); ) {
      if (name.charAt(i) == '%') {
        bytes.write(octet(name, i, uri));
        i += 3;
      } else {
        int end = name.indexOf('%', i);
        bytes.writeBytes(
            name.substring(i, end < 0 ? name.length() : end).getBytes(StandardCharsets.UTF_8));
        i = end < 0 ? name.length() : end;
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw wronglyEncoded(uri);
    }
  }

  private static int octet(String name, int percent, String uri) {
    if (percent + 2 >= name.length()
        || !HexFormat.isHexDigit(name.charAt(percent + 1))
        || !HexFormat.isHexDigit(name.charAt(percent + 2))) {
      throw wronglyEncoded(uri);
    }
    return HexFormat.fromHexDigits(name, percent + 1, percent + 3);
  }

  private static UnsafePathException wronglyEncoded(String uri) {
    return refuse(uri, "its percent-encoding is wrong");
  }

  private static UnsafePathException refuse(String uri, String why) {
    return new UnsafePathException(
        "'%s' is no address in internal storage: %s".formatted(SafeName.printable(uri), why));
  }

  static String format(SafePath path) {
    var uri = new StringBuilder(SCHEME);
    List<String> names = path.names();
    if (names.isEmpty()) {
      uri.append('/');
    }
    for (String name : names) {
      uri.append('/');
      append(uri, name);
    }
    return uri.toString();
  }

  private static void append(StringBuilder uri, String name) {
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(octet)) {
        uri.append((char) octet);
      } else {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
  }

  private static boolean isPlain(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || (octet > 0 && UNRESERVED.indexOf(octet) >= 0);
  }
}
