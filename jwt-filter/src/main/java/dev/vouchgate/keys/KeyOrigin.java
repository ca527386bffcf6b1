package dev.vouchgate.keys;

/** Who put keys where they were found, which decides what a private key among them means. */
public enum KeyOrigin {
  /** The operator: a private key is a mistake that must stop the deployment. */
  CONFIGURED,
  /** The issuer: a private key is left out, and the others are used. */
  PUBLISHED
}
