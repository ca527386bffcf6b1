package dev.vouchgate.observe;

import java.util.List;

/**
 * A provider for the arithmetic of signatures was found at start.
 *
 * @param provider its name and version
 * @param algorithms those it is used for; empty if for none
 * @param problem why it is not used for all that it says it has; empty if it is
 */
public record SignatureProviderChosen(String provider, List<String> algorithms, String problem) {}
