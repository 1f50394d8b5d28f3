package dev.legato.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
interface HostLookup {
  /** Asks the system, which may wait for the network. */
  HostLookup SYSTEM = InetAddress::getAllByName;

  /** At least one address. */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
