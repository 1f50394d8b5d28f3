package dev.legato.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Which addresses may be connected to. */
final class AddressRules {
  private static final int IPV4_BYTES = 4;

  private final boolean privateAllowed;

  AddressRules(boolean privateAllowed) {
    this.privateAllowed = privateAllowed;
  }

  /** Why the address is refused; empty when it is not. */
  Optional<String> refusal(InetAddress address) {
    if (address instanceof Inet6Address ipv6) {
      Optional<Inet4Address> inside = embedded(ipv6.getAddress());
      if (inside.isPresent()) {
        return refusal(inside.get());
      }
    }
    if (isCloudMetadata(address)) {
      return Optional.of("clouds keep credentials there");
    }
    if (address.isLinkLocalAddress()) {
      return Optional.of("it is link-local");
    }
    if (address.isAnyLocalAddress() || address.isMulticastAddress() || isReserved(address)) {
      return Optional.of("it is no address of a server");
    }
    return !privateAllowed && isPrivate(address)
        ? Optional.of("it is private, and this server is set up not to call such addresses")
        : Optional.empty();
  }

  private static boolean isCloudMetadata(InetAddress address) {
    return switch (address.getHostAddress()) {
      // AWS, Azure, Google and others; Alibaba; Oracle; Azure's agent; AWS over IPv6
      case "169.254.169.254", "100.100.100.200", "192.0.0.192", "168.63.129.16" -> true;
      case "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254" -> true;
      default -> false;
    };
  }

  private static boolean isReserved(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    return bytes.length == IPV4_BYTES && (first == 0 || first >= 240);
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    boolean uniqueLocal = bytes.length > IPV4_BYTES && (first & 0xfe) == 0xfc;
    boolean sharedByCarrier =
        bytes.length == IPV4_BYTES && first == 100 && (bytes[1] & 0xc0) == 0x40;
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || uniqueLocal
        || sharedByCarrier;
  }

  /** The IPv4 address that an IPv6 address stands for: mapped, translated or tunnelled. */
  private static Optional<Inet4Address> embedded(byte[] ipv6) {
    boolean compatible = isZero(ipv6, 0, 12) && (ipv6[12] | ipv6[13] | ipv6[14]) != 0;
    boolean mapped = isZero(ipv6, 0, 10) && ipv6[10] == -1 && ipv6[11] == -1;
    boolean translatedToIt = isZero(ipv6, 0, 8) && ipv6[8] == -1 && ipv6[9] == -1;
    boolean translated = startsWith(ipv6, 0x00, 0x64, 0xff, 0x9b);
    if (compatible || mapped || translatedToIt || translated) {
      return ipv4(Arrays.copyOfRange(ipv6, 12, 16));
    }
    if (startsWith(ipv6, 0x20, 0x02)) { // 6to4
      return ipv4(Arrays.copyOfRange(ipv6, 2, 6));
    }
    if (startsWith(ipv6, 0x20, 0x01, 0x00, 0x00)) { // Teredo hides the client's address
      byte[] client = Arrays.copyOfRange(ipv6, 12, 16);
      for (int i = 0; i < client.length; i++) {
        client[i] = (byte) ~client[i];
      }
      return ipv4(client);
    }
    return Optional.empty();
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Inet4Address> ipv4(byte[] bytes) {
    try {
      return Optional.of((Inet4Address) InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Expected four bytes, but got " + bytes.length, e);
    }
  }
}
