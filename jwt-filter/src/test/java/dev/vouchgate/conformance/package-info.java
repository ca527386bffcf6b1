/** The examples of the RFCs themselves; data under {@code resources/vectors}. */
@NullMarked
package dev.vouchgate.conformance;

import org.jspecify.annotations.NullMarked;
