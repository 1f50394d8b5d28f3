/** Tasks on files of YAML. */
@NullMarked
package dev.legato.plugins.serdes.yaml;

import org.jspecify.annotations.NullMarked;
