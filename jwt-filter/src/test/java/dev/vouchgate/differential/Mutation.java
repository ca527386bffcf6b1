package dev.vouchgate.differential;

import dev.vouchgate.testing.Tokens;
import java.util.Arrays;
import java.util.Random;

/** One way of changing a compact token, signed or encrypted, at a random place. */
enum Mutation {
  FLIP_A_BIT {
    @Override
    String apply(String token, Random random) {
      int part = random.nextInt(parts(token));
      byte[] bytes = Tokens.part(token, part);
      if (bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return Tokens.withPart(token, part, Tokens.base64Url(bytes));
    }
  },
  CHANGE_A_CHARACTER {
    @Override
    String apply(String token, Random random) {
      StringBuilder text = new StringBuilder(token);
      text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
      return text.toString();
    }
  },
  INSERT_A_CHARACTER {
    @Override
    String apply(String token, Random random) {
      String strangers = "=.-_+/ \n\tAé";
      char stranger = strangers.charAt(random.nextInt(strangers.length()));
      return new StringBuilder(token)
          .insert(random.nextInt(token.length() + 1), stranger)
          .toString();
    }
  },
  REMOVE_A_CHARACTER {
    @Override
    String apply(String token, Random random) {
      return new StringBuilder(token).deleteCharAt(random.nextInt(token.length())).toString();
    }
  },
  CUT_THE_END {
    @Override
    String apply(String token, Random random) {
      return token.substring(0, random.nextInt(token.length()));
    }
  },
  REPEAT_A_PART {
    @Override
    String apply(String token, Random random) {
      return token + "." + Tokens.encodedPart(token, random.nextInt(parts(token)));
    }
  },
  SWAP_TWO_PARTS {
    @Override
    String apply(String token, Random random) {
      int first = random.nextInt(parts(token));
      int second = (first + 1) % parts(token);
      String swapped = Tokens.withPart(token, first, Tokens.encodedPart(token, second));
      return Tokens.withPart(swapped, second, Tokens.encodedPart(token, first));
    }
  },
  RESPELL_THE_LAST_CHARACTER_OF_A_PART {
    @Override
    String apply(String token, Random random) {
      int part = random.nextInt(parts(token));
      String text = Tokens.encodedPart(token, part);
      if (text.isEmpty()) {
        return token;
      }
      char last = (char) (text.charAt(text.length() - 1) + 1 + random.nextInt(3));
      return Tokens.withPart(token, part, text.substring(0, text.length() - 1) + last);
    }
  },
  FILL_A_PART {
    @Override
    String apply(String token, Random random) {
      int part = 1 + random.nextInt(parts(token) - 1);
      byte[] bytes = Tokens.part(token, part);
      Arrays.fill(bytes, (byte) (random.nextInt(3) - 1));
      return Tokens.withPart(token, part, Tokens.base64Url(bytes));
    }
  },
  CHANGE_THE_LENGTH_OF_A_PART {
    @Override
    String apply(String token, Random random) {
      int part = 1 + random.nextInt(parts(token) - 1);
      byte[] bytes = Tokens.part(token, part);
      int length = Math.max(0, bytes.length + random.nextInt(9) - 4);
      return Tokens.withPart(token, part, Tokens.base64Url(Arrays.copyOf(bytes, length)));
    }
  },
  EMPTY_A_PART {
    @Override
    String apply(String token, Random random) {
      return Tokens.withPart(token, random.nextInt(parts(token)), "");
    }
  },
  NOTHING {
    @Override
    String apply(String token, Random random) {
      return token;
    }
  };

  /** The token, changed. */
  abstract String apply(String token, Random random);

  /** JSON with one byte replaced, put in or left out. */
  static byte[] changed(byte[] json, Random random) {
    int index = random.nextInt(json.length);
    byte stranger =
        random.nextInt(4) == 0 ? (byte) random.nextInt() : (byte) (32 + random.nextInt(95));
    byte[] changed;
    switch (random.nextInt(3)) {
      case 0 -> {
        changed = json.clone();
        changed[index] = stranger;
      }
      case 1 -> {
        changed = Arrays.copyOf(json, json.length + 1);
        System.arraycopy(json, index, changed, index + 1, json.length - index);
        changed[index] = stranger;
      }
      default -> {
        changed = Arrays.copyOf(json, json.length - 1);
        System.arraycopy(json, index + 1, changed, index, json.length - index - 1);
      }
    }
    return changed;
  }

  private static int parts(String token) {
    return 1 + (int) token.chars().filter(c -> c == '.').count();
  }
}
