package dev.legato.language.expression;

/**
 * What is wrong with a template, found without rendering it.
 *
 * @param line one-based, inside the template
 * @param column one-based, inside the line
 * @param message without place
 */
public record ExpressionProblem(int line, int column, String message) {}
