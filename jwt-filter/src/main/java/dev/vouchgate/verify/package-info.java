/**
 * The policy: what a token must satisfy to become a {@link dev.vouchgate.verify.VerifiedJwt}. No
 * I/O.
 *
 * <p>Every reason for refusal in the house is a {@link dev.vouchgate.verify.Rejection}.
 */
@NullMarked
package dev.vouchgate.verify;

import org.jspecify.annotations.NullMarked;
