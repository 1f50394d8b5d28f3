@NullMarked
package dev.legato.plugins.scripts;

import org.jspecify.annotations.NullMarked;
