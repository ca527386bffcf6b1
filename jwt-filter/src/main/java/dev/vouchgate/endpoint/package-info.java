/**
 * What the gate itself serves, and how its servlets and doors read a request.
 *
 * <p>Uses {@code config} and below; {@code filter}, which comes first at every deployment,
 * registers it.
 */
@NullMarked
package dev.vouchgate.endpoint;

import org.jspecify.annotations.NullMarked;
