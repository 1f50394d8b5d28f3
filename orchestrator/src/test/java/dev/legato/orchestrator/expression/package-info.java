/** Tests of the functions that reach outside. */
@NullMarked
package dev.legato.orchestrator.expression;

import org.jspecify.annotations.NullMarked;
