package dev.vouchgate.observe;

/**
 * An application has the gate and no setting for it: it starts, and every token is refused.
 *
 * @param setting the setting that would change that
 */
public record GateUnconfigured(String setting) {}
