package dev.legato.rest.plugin;

/**
 * A type of inputs.
 *
 * @param type as flows spell it
 * @param cls the same, for older clients
 */
public record InputTypeView(String type, String cls) {}
