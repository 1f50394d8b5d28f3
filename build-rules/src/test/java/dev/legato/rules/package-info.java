/**
 * The rules that hold the code to its design, as tests over the classes and sources of every
 * module.
 *
 * <p>Start reading at {@link dev.legato.rules.Modules}, the table of arrows. Each rule stands in
 * one test class beside the examples that break it: a rule that cannot fail guards nothing.
 */
@NullMarked
package dev.legato.rules;

import org.jspecify.annotations.NullMarked;
