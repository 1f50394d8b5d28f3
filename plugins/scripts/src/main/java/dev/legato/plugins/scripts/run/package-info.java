/**
 * What all script tasks have in common: their options, their folder, their run. Start at {@link
 * dev.legato.plugins.scripts.run.ScriptRun}.
 */
@NullMarked
package dev.legato.plugins.scripts.run;

import org.jspecify.annotations.NullMarked;
