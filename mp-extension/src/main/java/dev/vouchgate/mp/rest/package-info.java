/**
 * The security annotations on REST resources, and refusals as REST answers.
 *
 * <p>Uses {@code access}, and {@code filter} of jwt-filter.
 */
@NullMarked
package dev.vouchgate.mp.rest;

import org.jspecify.annotations.NullMarked;
