@NullMarked
package dev.legato.process;

import org.jspecify.annotations.NullMarked;
