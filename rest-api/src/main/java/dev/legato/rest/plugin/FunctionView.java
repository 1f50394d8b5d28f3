package dev.legato.rest.plugin;

import java.util.List;

/** A function of the expression language. */
public record FunctionView(String name, List<String> arguments) {}
