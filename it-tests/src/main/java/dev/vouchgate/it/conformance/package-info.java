/** Writes {@code docs/conformance.md} from the reports of the TCK. Uses the JDK alone. */
@NullMarked
package dev.vouchgate.it.conformance;

import org.jspecify.annotations.NullMarked;
