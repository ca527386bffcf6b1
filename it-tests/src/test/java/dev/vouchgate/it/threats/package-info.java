/**
 * What is tried against the gate over HTTP, written byte by byte: two credentials, other spellings
 * of a path, cookies that come along by themselves. Tests are named after the rows of {@code
 * docs/threat-model.md}. Uses {@code app} and the issuer of {@code sample}.
 */
@NullMarked
package dev.vouchgate.it.threats;

import org.jspecify.annotations.NullMarked;
