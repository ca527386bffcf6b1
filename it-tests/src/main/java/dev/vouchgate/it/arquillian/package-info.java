/**
 * The server under test for Arquillian: one managed server a suite, every archive deployed fresh
 * and taken away before the next. Uses {@code matrix} and Arquillian's container SPI.
 */
@NullMarked
package dev.vouchgate.it.arquillian;

import org.jspecify.annotations.NullMarked;
