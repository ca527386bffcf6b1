/**
 * Strict readers of the encodings that tokens are made of: base64url (RFC 4648) and JSON (RFC
 * 8259).
 *
 * <p>Not exported. Uses nothing of the house.
 */
@NullMarked
package dev.vouchgate.codec;

import org.jspecify.annotations.NullMarked;
