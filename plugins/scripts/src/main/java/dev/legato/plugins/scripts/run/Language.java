package dev.legato.plugins.scripts.run;

import java.util.List;

/**
 * How scripts of a language run.
 *
 * @param extension of a script's file, with its dot; empty when the text is given to the shell
 * @param launch the program that runs a script's file, and its options
 * @param interpreter the shell for commands
 * @param failFast the shell's line that makes it end at the first failure; empty for none
 */
public record Language(
    String extension, List<String> launch, List<String> interpreter, String failFast) {
  private static final List<String> SH = List.of("/bin/sh", "-c");
  private static final String SET_E = "set -e";

  public static final Language SHELL = new Language("", List.of(), SH, SET_E);
  public static final Language PYTHON = of(".py", "python");
  public static final Language NODE = of(".js", "node");
  public static final Language BUN = of(".ts", "bun", "run");
  public static final Language DENO = of(".ts", "deno", "run");
  public static final Language R = of(".R", "Rscript");
  public static final Language JULIA = of(".jl", "julia");
  public static final Language RUBY = of(".rb", "ruby");
  public static final Language GO = of(".go", "go", "run");
  public static final Language PERL = of(".pl", "perl");
  public static final Language PHP = of(".php", "php");
  public static final Language LUA = of(".lua", "lua");
  public static final Language GROOVY = of(".groovy", "groovy");
  public static final Language JBANG = of(".java", "jbang");
  public static final Language DOTNET = of(".csx", "dotnet-script");
  public static final Language POWERSHELL =
      new Language(
          ".ps1",
          List.of(),
          List.of("pwsh", "-NoProfile", "-NonInteractive", "-Command"),
          "$ErrorActionPreference = 'Stop'");

  private static Language of(String extension, String... launch) {
    return new Language(extension, List.of(launch), SH, SET_E);
  }

  /** The same with other options of its program or another ending of its files. */
  public Language with(String otherExtension, List<String> otherLaunch) {
    return new Language(otherExtension, otherLaunch, interpreter, failFast);
  }

  /** The same without a line that makes the shell end at the first failure. */
  public Language withoutFailFast() {
    return new Language(extension, launch, interpreter, "");
  }
}
