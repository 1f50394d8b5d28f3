package dev.legato.server.command;

import dev.legato.server.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** Which version this is. */
public final class Version implements IVersionProvider {
  /** Without the word before it. */
  static String number() {
    return BuildInfo.version();
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "Legato " + number(), "Java " + Runtime.version() + " (" + System.getProperty("os.name") + ")"
    };
  }
}
