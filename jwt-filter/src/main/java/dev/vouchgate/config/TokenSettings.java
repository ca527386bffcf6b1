package dev.vouchgate.config;

import dev.vouchgate.config.setting.TokenSetting;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.verify.CacheSize;
import java.util.Optional;

/**
 * How tokens are taken, whoever issued them.
 *
 * @param maxLength characters of a token, at most
 * @param decryption how encrypted ones are opened; empty if they are not encrypted
 * @param cache how many proven ones are remembered; empty for none
 * @param signatures who checks their signatures, and those of proofs
 */
record TokenSettings(
    int maxLength,
    Optional<DecryptionSettings> decryption,
    Optional<CacheSize> cache,
    SignatureProvider signatures) {

  static TokenSettings read(SettingsReader reader, ClassLoader loader, GateListener listener) {
    int tokens = reader.number(TokenSetting.CACHE_TOKENS, 0, 1_000_000);
    int bytes = reader.number(TokenSetting.CACHE_BYTES, 1_048_576, Integer.MAX_VALUE);
    return new TokenSettings(
        reader.number(TokenSetting.MAX_LENGTH, 1024, 1_048_576),
        new DecryptionSettingsReader(reader, loader).read(),
        tokens == 0 ? Optional.empty() : Optional.of(new CacheSize(tokens, bytes)),
        new SignatureProviderReader(reader, loader, listener).read());
  }
}
