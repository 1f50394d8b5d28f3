/**
 * YAML 1.2, a row in each document. Start at {@link dev.legato.data.yaml.YamlRowReader} and {@link
 * dev.legato.data.yaml.YamlRowWriter}.
 */
@NullMarked
package dev.legato.data.yaml;

import org.jspecify.annotations.NullMarked;
