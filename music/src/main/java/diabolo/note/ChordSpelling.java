package diabolo.note;

import diabolo.note.ChordDegree.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads chord symbols as lead sheets spell them: root, quality, number, then what is added or altered, then a bass.
 *
 * <p>Used for one symbol.
 */
final class ChordSpelling {

    private static final int MAX_LENGTH = ChordSymbol.MAX_SUFFIX + 8;
    private static final String TONE = "[A-G](?:##|bb|♯♯|♭♭|[#b♯♭])?";
    private static final Pattern SYMBOL = Pattern.compile("(" + TONE + ")(.*?)(?:/(" + TONE + "))?");
    private static final Pattern NO_CHORD = Pattern.compile("(?i)n\\.? ?c\\.?|no chord");

    /** The quality with the number after it. What is in words is read in any case, but m is minor and M major. */
    private static final Pattern START = Pattern.compile("(?<major>(?i:major|maj|ma(?!d))|M|Δ|△|\\^)?"
            + "(?<minor>(?i:minor|min|mi)|m|-)?(?<withMajor>(?i:maj|ma(?!d))|M|Δ|△|\\^)?"
            + "(?<diminished>(?i:dim)|o|°|º)?(?<half>ø|Ø)?(?<augmented>(?i:aug)|\\+)?"
            + "(?<number>69|6|7|9|11|13|5)?");

    private static final Pattern CHANGE =
            Pattern.compile("(?<sus>(?i:sus)(?:2|4)?)|(?<alt>(?i:alt))|(?:(?i:no|omit)(?<without>1[0-3]|[1-9](?!\\d)))"
                    + "|(?<sign>(?i:add)?[b#+-]?)(?<degree>1[0-3]|[1-9](?!\\d))|(?<plus>\\+)");

    private static final List<ChordDegree> ALTERED = List.of(
            new ChordDegree(5, -1, Change.ALTER),
            new ChordDegree(5, 1, Change.ADD),
            new ChordDegree(9, -1, Change.ADD),
            new ChordDegree(9, 1, Change.ADD));

    private ChordKind kind;
    private final List<ChordDegree> degrees = new ArrayList<>();

    private ChordSpelling(ChordKind kind) {
        this.kind = kind;
    }

    static Optional<ChordSymbol> parse(String text) {
        String symbol = text.strip();
        if (symbol.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (NO_CHORD.matcher(symbol).matches()) {
            return Optional.of(ChordSymbol.NO_CHORD);
        }
        Matcher matcher = SYMBOL.matcher(symbol);
        Optional<PitchName> root = matcher.matches() ? PitchName.parse(matcher.group(1)) : Optional.empty();
        if (root.isEmpty()) {
            return Optional.empty();
        }
        String suffix = matcher.group(2).strip();
        Optional<PitchName> bass = Optional.ofNullable(matcher.group(3)).flatMap(PitchName::parse);
        return suffix.length() > ChordSymbol.MAX_SUFFIX
                ? Optional.empty()
                : quality(suffix)
                        .map(quality -> new ChordSymbol(root.get(), quality.kind, quality.degrees, bass, suffix));
    }

    private static Optional<ChordSpelling> quality(String suffix) {
        String plain = suffix.replaceAll("[(), ]", "")
                .replace('♭', 'b')
                .replace('♯', '#')
                .replace("6/9", "69");
        Matcher start = START.matcher(plain);
        if (!start.lookingAt()) {
            return Optional.empty();
        }
        Optional<ChordSpelling> spelling = started(start);
        boolean isRead = spelling.isPresent() && spelling.get().readChanges(plain.substring(start.end()));
        return isRead ? spelling : Optional.empty();
    }

    private static Optional<ChordSpelling> started(Matcher start) {
        String qualities = "";
        for (String quality : List.of("major", "minor", "withMajor", "diminished", "half", "augmented")) {
            qualities += start.group(quality) == null ? "" : " " + quality;
        }
        String number = Optional.ofNullable(start.group("number")).orElse("");
        boolean isTriangle = Optional.ofNullable(start.group("major"))
                .filter(sign -> "Δ△^".contains(sign))
                .isPresent();
        return switch (qualities.strip()) {
            case "" -> plain(number);
            case "major" -> major(isTriangle && number.isEmpty() ? "7" : number);
            case "minor" -> minor(number);
            case "minor augmented" ->
                number.isEmpty() ? of(ChordKind.MINOR).map(ChordSpelling::withRaisedFifth) : Optional.empty();
            case "minor withMajor" -> seventh(ChordKind.MAJOR_MINOR, number);
            case "diminished" ->
                number.isEmpty() ? of(ChordKind.DIMINISHED) : seventh(ChordKind.DIMINISHED_SEVENTH, number);
            case "half" -> seventh(ChordKind.HALF_DIMINISHED, number);
            case "augmented" ->
                number.isEmpty() || number.equals("5")
                        ? of(ChordKind.AUGMENTED)
                        : seventh(ChordKind.AUGMENTED_SEVENTH, number);
            default -> Optional.empty();
        };
    }

    private static Optional<ChordSpelling> plain(String number) {
        return switch (number) {
            case "" -> of(ChordKind.MAJOR);
            case "5" -> of(ChordKind.POWER);
            case "6" -> of(ChordKind.MAJOR_SIXTH);
            case "69" -> withNinth(ChordKind.MAJOR_SIXTH);
            case "7" -> of(ChordKind.DOMINANT);
            case "9" -> of(ChordKind.DOMINANT_NINTH);
            case "11" -> of(ChordKind.DOMINANT_11TH);
            case "13" -> of(ChordKind.DOMINANT_13TH);
            default -> Optional.empty();
        };
    }

    private static Optional<ChordSpelling> major(String number) {
        return switch (number) {
            case "7" -> of(ChordKind.MAJOR_SEVENTH);
            case "9" -> of(ChordKind.MAJOR_NINTH);
            case "11" -> of(ChordKind.MAJOR_11TH);
            case "13" -> of(ChordKind.MAJOR_13TH);
            case "5" -> Optional.empty();
            default -> plain(number);
        };
    }

    private static Optional<ChordSpelling> minor(String number) {
        return switch (number) {
            case "" -> of(ChordKind.MINOR);
            case "6" -> of(ChordKind.MINOR_SIXTH);
            case "69" -> withNinth(ChordKind.MINOR_SIXTH);
            case "7" -> of(ChordKind.MINOR_SEVENTH);
            case "9" -> of(ChordKind.MINOR_NINTH);
            case "11" -> of(ChordKind.MINOR_11TH);
            case "13" -> of(ChordKind.MINOR_13TH);
            default -> Optional.empty();
        };
    }

    private static Optional<ChordSpelling> seventh(ChordKind kind, String number) {
        return switch (number) {
            case "", "7" -> of(kind);
            case "9" -> withNinth(kind);
            default -> Optional.empty();
        };
    }

    private static Optional<ChordSpelling> of(ChordKind kind) {
        return Optional.of(new ChordSpelling(kind));
    }

    private static Optional<ChordSpelling> withNinth(ChordKind kind) {
        ChordSpelling spelling = new ChordSpelling(kind);
        spelling.degrees.add(new ChordDegree(9, 0, Change.ADD));
        return Optional.of(spelling);
    }

    private ChordSpelling withRaisedFifth() {
        change(5, 1);
        return this;
    }

    /** Whether all of it could be read. */
    private boolean readChanges(String text) {
        Matcher change = CHANGE.matcher(text);
        int read = 0;
        boolean isKnown = true;
        while (isKnown && read < text.length()) {
            isKnown = change.region(read, text.length()).lookingAt()
                    && apply(change)
                    && degrees.size() <= ChordSymbol.MAX_DEGREES;
            read = isKnown ? change.end() : read;
        }
        return isKnown;
    }

    private boolean apply(Matcher change) {
        if (change.group("sus") != null) {
            suspend(change.group("sus").endsWith("2") ? ChordKind.SUSPENDED_SECOND : ChordKind.SUSPENDED_FOURTH);
        } else if (change.group("alt") != null) {
            degrees.addAll(ALTERED);
        } else if (change.group("without") != null) {
            degrees.add(new ChordDegree(Integer.parseInt(change.group("without")), 0, Change.SUBTRACT));
        } else if (change.group("plus") != null) {
            change(5, 1);
        } else {
            String sign = change.group("sign");
            int degree = Integer.parseInt(change.group("degree"));
            if (sign.isEmpty() && kind.tones().containsKey(degree)) {
                return false;
            }
            change(degree, sign.matches(".*[#+]") ? 1 : sign.matches(".*[b-]") ? -1 : 0);
        }
        return true;
    }

    /** The third gives way; seventh, ninth and thirteenth become tones added. */
    private void suspend(ChordKind suspended) {
        kind.tones().forEach((degree, semitones) -> {
            if (degree >= 6) {
                int natural = new ChordDegree(degree, 0, Change.ADD).semitonesAdded();
                degrees.add(new ChordDegree(degree, semitones - natural, Change.ADD));
            }
        });
        kind = suspended;
    }

    private void change(int degree, int alteration) {
        if (degree == 5 && alteration == 1 && kind == ChordKind.MAJOR) {
            kind = ChordKind.AUGMENTED;
        } else if (degree == 5 && alteration == 1 && kind == ChordKind.DOMINANT) {
            kind = ChordKind.AUGMENTED_SEVENTH;
        } else if (degree == 5 && alteration == -1 && kind == ChordKind.MINOR) {
            kind = ChordKind.DIMINISHED;
        } else if (degree == 5 && alteration == -1 && kind == ChordKind.MINOR_SEVENTH) {
            kind = ChordKind.HALF_DIMINISHED;
        } else if (!kind.tones().containsKey(degree)) {
            degrees.add(new ChordDegree(degree, alteration, Change.ADD));
        } else if (alteration != 0) {
            degrees.add(new ChordDegree(degree, alteration, Change.ALTER));
        }
    }
}
