package dev.legato.language.expression;

/**
 * A name of a function or filter that a newer one has succeeded, where a template uses it.
 *
 * @param kind what it names: {@code function} or {@code filter}
 * @param offset where it begins, in characters of the template
 */
public record OldName(String kind, String name, String successor, int offset) {}
