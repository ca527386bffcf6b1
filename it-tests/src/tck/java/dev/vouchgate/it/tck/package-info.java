/**
 * The official MicroProfile JWT TCK against the jars of this build, and the proof that it was they
 * who answered.
 */
@NullMarked
package dev.vouchgate.it.tck;

import org.jspecify.annotations.NullMarked;
