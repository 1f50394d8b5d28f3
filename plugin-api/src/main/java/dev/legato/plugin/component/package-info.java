/** Things that stand in properties and have a type of their own. */
@NullMarked
package dev.legato.plugin.component;

import org.jspecify.annotations.NullMarked;
