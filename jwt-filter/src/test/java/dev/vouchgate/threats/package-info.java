/**
 * What is tried against the gate, through the whole of it: a method for each row of {@code
 * docs/threat-model.md}, named after it, and a test that holds that page to its word.
 */
@NullMarked
package dev.vouchgate.threats;

import org.jspecify.annotations.NullMarked;
