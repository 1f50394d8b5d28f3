/** Tasks that convert, pack and transform files of data. Each family of types has its package. */
@NullMarked
package dev.legato.plugins.serdes;

import org.jspecify.annotations.NullMarked;
