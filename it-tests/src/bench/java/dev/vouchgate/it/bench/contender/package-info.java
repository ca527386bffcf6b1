/**
 * Who verifies: Vouchgate, its peers and the primitive alone, each set up as its documentation
 * says.
 */
@NullMarked
package dev.vouchgate.it.bench.contender;

import org.jspecify.annotations.NullMarked;
