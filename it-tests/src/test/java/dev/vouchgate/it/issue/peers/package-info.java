/** Other libraries that verify tokens, each set up as its users do to trust one issuer. */
@NullMarked
package dev.vouchgate.it.issue.peers;

import org.jspecify.annotations.NullMarked;
