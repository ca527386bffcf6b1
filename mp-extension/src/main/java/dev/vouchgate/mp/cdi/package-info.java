/**
 * The caller and the caller's claims as CDI beans, and the security annotations on beans.
 *
 * <p>Uses {@code caller}, {@code access} and {@code token}, and {@code filter} of jwt-filter. One
 * extension adds all there is; the jar itself is no bean archive.
 */
@NullMarked
package dev.vouchgate.mp.cdi;

import org.jspecify.annotations.NullMarked;
