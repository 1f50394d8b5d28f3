/** Tests of the tasks that convert, pack and transform files. */
@NullMarked
package dev.legato.plugins.serdes;

import org.jspecify.annotations.NullMarked;
