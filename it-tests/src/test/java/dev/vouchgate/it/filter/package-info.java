/**
 * {@code jwt-filter} alone, in servers that have neither CDI nor MicroProfile: an archive with its
 * jar and the one that it needs. Uses {@code matrix}, {@code server} and the issuer of {@code
 * sample}.
 */
@NullMarked
package dev.vouchgate.it.filter;

import org.jspecify.annotations.NullMarked;
