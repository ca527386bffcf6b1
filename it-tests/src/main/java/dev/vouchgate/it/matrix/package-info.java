/** The servers that the tests run on, one a run. Uses {@code server} and the packages of each. */
@NullMarked
package dev.vouchgate.it.matrix;

import org.jspecify.annotations.NullMarked;
