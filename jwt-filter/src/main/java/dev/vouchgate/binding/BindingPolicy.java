package dev.vouchgate.binding;

import java.util.Optional;

/**
 * Which bound tokens can be proven, and whether there are others.
 *
 * @param dpop how proofs of a key are judged; if empty, tokens that need one are refused
 * @param certificates where client certificates are; if empty, tokens that need one are refused
 * @param required whether tokens that are bound to nothing are refused
 */
public record BindingPolicy(
    Optional<DpopPolicy> dpop, Optional<ClientCertificates> certificates, boolean required) {}
