package dev.legato.plugin.process;

import java.nio.file.Path;
import java.util.List;

/**
 * What a Python environment has to have.
 *
 * @param interpreter whose environment it is, from the machine that it runs on
 * @param requirements as pip reads them
 * @param systemPackages whether the packages of the interpreter itself can be used, too
 * @param installer preferred program to install them with
 */
public record PythonEnvironment(
    Path interpreter, List<String> requirements, boolean systemPackages, Installer installer) {
  /** Programs that install packages. */
  public enum Installer {
    PIP,
    /** Pip takes its place where it is not installed. */
    UV
  }
}
