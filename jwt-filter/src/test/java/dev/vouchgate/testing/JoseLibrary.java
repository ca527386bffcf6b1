package dev.vouchgate.testing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.util.Base64URL;
import java.security.Key;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.interfaces.XECPublicKey;
import java.text.ParseException;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Other people's JOSE libraries, asked for a second and a third opinion. */
public enum JoseLibrary {
  /** Nimbus JOSE + JWT. */
  NIMBUS {
    @Override
    public boolean supports(String alg) {
      // It does EdDSA through a library of Google's, which is not here.
      return !alg.startsWith("Ed");
    }

    @Override
    public String sign(String alg, TestKey key, String payload) throws JOSEException {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(alg)).keyID(key.kid()).build();
      JWSObject token = new JWSObject(header, new Payload(payload));
      token.sign(nimbusSigner(alg, key));
      return token.serialize();
    }

    @Override
    public boolean accepts(String compact, String alg, Key key) {
      try {
        JWSObject token = JWSObject.parse(compact);
        return token.getHeader().getAlgorithm().getName().equals(alg)
            && token.verify(
                new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), key));
      } catch (ParseException | JOSEException e) {
        return false;
      }
    }

    @Override
    public boolean encryptsTo(TestKey key) {
      return !(key.publicKey() instanceof XECPublicKey);
    }

    @Override
    public String encrypt(String alg, String enc, TestKey key, String content)
        throws JOSEException {
      JWEHeader header =
          new JWEHeader.Builder(JWEAlgorithm.parse(alg), EncryptionMethod.parse(enc))
              .agreementPartyUInfo(Base64URL.encode("Alice"))
              .contentType("JWT")
              .keyID(key.kid())
              .build();
      JWEObject token = new JWEObject(header, new Payload(content));
      token.encrypt(
          key.publicKey() instanceof ECPublicKey ec
              ? new ECDHEncrypter(ec)
              : new RSAEncrypter((RSAPublicKey) key.publicKey()));
      return token.serialize();
    }
  },

  /** jose4j. */
  JOSE4J {
    @Override
    public boolean supports(String alg) {
      // The names of RFC 9864 are too new for it.
      return !alg.equals("Ed25519") && !alg.equals("Ed448");
    }

    @Override
    public String sign(String alg, TestKey key, String payload) throws JoseException {
      JsonWebSignature token = new JsonWebSignature();
      token.setAlgorithmHeaderValue(alg);
      token.setKeyIdHeaderValue(key.kid());
      token.setKey(key.signing());
      token.setPayload(payload);
      return token.getCompactSerialization();
    }

    @Override
    public boolean accepts(String compact, String alg, Key key) {
      try {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, alg));
        token.setCompactSerialization(compact);
        token.setKey(key);
        return token.verifySignature();
      } catch (JoseException e) {
        return false;
      }
    }

    @Override
    public boolean encryptsTo(TestKey key) {
      return true;
    }

    @Override
    public String encrypt(String alg, String enc, TestKey key, String content)
        throws JoseException {
      JsonWebEncryption token = new JsonWebEncryption();
      token.setAlgorithmHeaderValue(alg);
      token.setEncryptionMethodHeaderParameter(enc);
      token.setContentTypeHeaderValue("JWT");
      token.setKeyIdHeaderValue(key.kid());
      token.setKey(key.publicKey());
      token.setPayload(content);
      return token.getCompactSerialization();
    }
  };

  /** Whether the library knows that {@code alg} here. */
  public abstract boolean supports(String alg);

  /** A compact token. */
  public abstract String sign(String alg, TestKey key, String payload) throws Exception;

  /** Whether the library reads the token, and its signature of that {@code alg} holds. */
  public abstract boolean accepts(String compact, String alg, Key key);

  /** Whether the library can encrypt to that kind of key here. */
  public abstract boolean encryptsTo(TestKey key);

  /** An encrypted token in compact serialization; cty is JWT, whatever the content is. */
  public abstract String encrypt(String alg, String enc, TestKey key, String content)
      throws Exception;

  private static JWSSigner nimbusSigner(String alg, TestKey key) throws JOSEException {
    return switch (alg.substring(0, 2)) {
      case "ES" -> new ECDSASigner((ECPrivateKey) key.signing());
      case "HS" -> new MACSigner(key.signing().getEncoded());
      default -> new RSASSASigner(key.privateKey());
    };
  }
}
