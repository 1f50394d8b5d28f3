/** Files that go into a folder before a program runs, and out of it afterwards. */
@NullMarked
package dev.legato.plugin.folder;

import org.jspecify.annotations.NullMarked;
