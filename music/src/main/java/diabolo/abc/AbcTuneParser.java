package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Notation;
import diabolo.notation.Notation.NotatedPart;
import diabolo.note.Beat;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of one tune, header and body, into voices.
 *
 * <p>Used for one tune.
 */
final class AbcTuneParser {

    private static final int MAX_VOICES = 1_000;
    private static final String ONLY_VOICE = "1";
    /** Of a field that every voice reads. */
    private static final int MOST_CHARACTERS_OF_ALL = 500;

    private static final Pattern VOICE = Pattern.compile("(\\S+)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile(
            "(?:^|\\s)(?:clef|s?name|s?nm|subname|octave|transpose|score|shift|middle|m|staff\\w*|g?stem|gch|dyn|lyrics|cue|merge|up|down)\\s*=");
    private static final Pattern OF_EVERY_TUNE = Pattern.compile("MIDI|percmap|propagate-accidentals");
    private static final Pattern SIGN = Pattern.compile("([H-Wh-w~])\\s*=\\s*[!+]?([^!+]*)[!+]?");
    private static final Pattern PROPAGATE = Pattern.compile("propagate-accidentals\\s+(not|octave|pitch)\\b.*");

    private final FindingLog log;
    private final AbcBudget budget;
    private final Map<String, AbcVoice> voices = new LinkedHashMap<>();
    private final AbcDirectives directives;
    private final AbcMacros macros = new AbcMacros();
    private final Map<Character, String> signs = new HashMap<>(Map.of('S', "segno", 'O', "coda"));
    private List<String> order = List.of();
    private final List<String> keyProperties = new ArrayList<>();
    private AbcAccidentals.Reach reach;
    private String title = "";
    private boolean inBody;
    private int lineNumber;
    private String tempo = "";
    private AbcMeter meter = AbcMeter.NONE;
    private AbcKey key = AbcKey.NONE;
    private Optional<Beat> unit = Optional.empty();
    private Optional<AbcVoice> current = Optional.empty();
    private Optional<AbcVoice> implied = Optional.empty();

    AbcTuneParser(AbcAccidentals.Reach reach, AbcBudget budget, FindingLog log) {
        this.reach = reach;
        this.budget = budget;
        this.log = log;
        this.directives = new AbcDirectives(log);
    }

    /** Of the lines before the first tune those that hold for every tune. */
    static List<AbcLine> ofEveryTune(List<AbcLine> lines) {
        return lines.stream()
                .filter(line -> line.isDirective()
                        ? OF_EVERY_TUNE.matcher(line.text()).lookingAt()
                        : line.isField() && "LMQIUm".indexOf(line.field()) >= 0)
                .toList();
    }

    /** Reads what holds for every tune of the file. */
    void readFileHeader(List<AbcLine> lines) throws MalformedNotationException {
        for (AbcLine line : lines) {
            readLine(line);
        }
    }

    void readTune(List<AbcLine> lines) throws MalformedNotationException {
        boolean hasKey = lines.stream().anyMatch(line -> line.isField() && line.field() == 'K');
        for (AbcLine line : lines) {
            if (!hasKey && !inBody && line.isMusic()) {
                beginBodyWithoutKey(line);
            }
            readLine(line);
        }
        if (!inBody) {
            log.repair(
                    "the tune has no K:, which ends its header", "no music was read from it", "write K: with the key");
        }
    }

    Notation notation() throws MalformedNotationException {
        List<NotatedPart> written =
                voices.values().stream().map(AbcVoice::finished).toList();
        return new Notation(title, AbcVoiceAlignment.align(written, log), order);
    }

    /** The voice that music is written for. */
    AbcVoice voice() throws MalformedNotationException {
        if (current.isEmpty()) {
            current = Optional.of(
                    voices.isEmpty()
                            ? voice(ONLY_VOICE)
                            : voices.values().iterator().next());
        }
        return current.get();
    }

    /** A field in brackets, or on a line of its own in the body. */
    void readFieldInMusic(char field, String value) throws MalformedNotationException {
        switch (field) {
            case 'V' -> readVoice(value);
            case 'K' -> readKeyChange(value);
            case 'M' -> {
                AbcVoice voice = voice();
                parseMeter(value).ifPresent(voice::setMeter);
            }
            case 'L' -> {
                AbcVoice voice = voice();
                parseUnit(value).ifPresent(voice::setUnit);
            }
            case 'Q' -> {
                AbcVoice voice = voice();
                AbcTempo.read(value, voice.unit(), log).ifPresent(voice::setTempo);
            }
            case 'I' -> readDirective(value);
            case 'P' -> beginPart(value);
            case 'm' -> readMacro(value);
            case 'U' -> readSign(value);
            default -> {
                // words, texts and remarks
            }
        }
    }

    private void readLine(AbcLine line) throws MalformedNotationException {
        boolean isMusic = inBody && !line.isDirective() && !line.isField();
        AbcCursor cursor = new AbcCursor(isMusic ? macros.expand(line, budget, log) : line);
        lineNumber = line.number();
        log.follow(() -> current.isEmpty()
                ? cursor.location()
                : "%s (bar %d of voice %s)"
                        .formatted(
                                cursor.location(),
                                current.get().barNumber(),
                                Quoted.of(current.get().settings().id())));
        if (line.isDirective()) {
            readDirective(line.text());
        } else if (line.isField()) {
            readField(line);
        } else if (isMusic) {
            new AbcMusicLine(this, cursor, budget, log).read();
        } else if (!line.text().isBlank()) {
            log.repair(
                    "a line before K: is no field",
                    "left out",
                    "begin it with a field such as T:, or end the header with K:");
        }
    }

    private void readField(AbcLine line) throws MalformedNotationException {
        if (inBody) {
            readFieldInMusic(line.field(), line.value());
            return;
        }
        switch (line.field()) {
            case 'T' -> title = title.isEmpty() ? line.value().replaceAll("\\s+", " ") : title;
            case 'M' -> parseMeter(line.value()).ifPresent(parsed -> meter = parsed);
            case 'L' -> parseUnit(line.value()).ifPresent(parsed -> unit = Optional.of(parsed));
            case 'Q' -> tempo = shortened(line.value());
            case 'V' -> readVoice(line.value());
            case 'I' -> readDirective(line.value());
            case 'P' -> readOrder(line.value());
            case 'm' -> readMacro(line.value());
            case 'U' -> readSign(line.value());
            case 'K' -> beginBody(line.value());
            default -> {
                // who made it, where it is from, what it is called elsewhere
            }
        }
    }

    private static String shortened(String value) {
        return value.substring(0, Math.min(MOST_CHARACTERS_OF_ALL, value.length()));
    }

    private void readOrder(String value) {
        order = AbcPartOrder.parse(value).orElse(List.of());
        if (order.isEmpty()) {
            log.note("an order of parts (P:) that is none", "they are played once each, as they are written");
        }
    }

    /** A part is named by the first letter of its field. */
    private void beginPart(String value) throws MalformedNotationException {
        if (!value.isEmpty()) {
            voice().beginPart(value.substring(0, 1));
        }
    }

    private void readMacro(String value) {
        if (!macros.add(value)) {
            log.note("a macro (m:) that is none", "left out");
        }
    }

    /** {@code U: T = !trill!}: what a sign in front of notes stands for. */
    private void readSign(String value) {
        Matcher sign = SIGN.matcher(value);
        if (sign.matches()) {
            signs.put(sign.group(1).charAt(0), sign.group(2));
        }
    }

    /** The decoration that a sign stands for; empty where none was said. */
    String decorationOf(char sign) {
        return signs.getOrDefault(sign, "");
    }

    private void beginBody(String value) throws MalformedNotationException {
        inBody = true;
        parseKey(value).ifPresent(parsed -> key = parsed);
        keyProperties.add(shortened(value));
        for (AbcVoice voice : voices.values()) {
            begin(voice);
        }
        current = Optional.empty();
        if (voices.isEmpty()) {
            implied = Optional.of(voice());
        }
    }

    private void beginBodyWithoutKey(AbcLine line) throws MalformedNotationException {
        log.follow(() -> "line " + line.number());
        log.repair(
                "the tune has no K:, which ends its header",
                "its music was read without a key signature",
                "write K: with the key before the first line of music, such as K:C");
        beginBody("none");
    }

    private void readVoice(String value) throws MalformedNotationException {
        Matcher match = VOICE.matcher(value);
        if (!match.matches()) {
            log.repair("a V: names no voice", "left out", "write V: with the name of a voice");
            return;
        }
        AbcVoice voice = named(match.group(1));
        current = Optional.of(voice);
        String rest = match.group(2);
        boolean isMusic =
                inBody && rest.indexOf('|') >= 0 && !PROPERTY.matcher(rest).find();
        if (isMusic) {
            log.repair("music stands behind a V:", "it was read for that voice", "write it on a line of its own");
            new AbcMusicLine(this, new AbcCursor(new AbcLine(lineNumber, rest, false)), budget, log).read();
        } else {
            voice.settings().read(rest);
        }
    }

    /** The voice of a V:; the first in a body takes over the fields that stand before it. */
    private AbcVoice named(String id) throws MalformedNotationException {
        Optional<AbcVoice> waiting = implied.filter(AbcVoice::isEmpty);
        implied = Optional.empty();
        if (waiting.isEmpty()) {
            return voice(id);
        }
        waiting.get().settings().setId(id);
        voices.clear();
        voices.put(id, waiting.get());
        return waiting.get();
    }

    private AbcVoice voice(String id) throws MalformedNotationException {
        AbcVoice known = voices.get(id);
        if (known != null) {
            return known;
        }
        if (voices.size() >= MAX_VOICES) {
            throw MalformedNotationException.refusing(
                    log.location(), "there are more than %d voices".formatted(MAX_VOICES), "split the piece");
        }
        AbcVoice voice = new AbcVoice(new AbcVoiceSettings(id, voices.size(), directives), reach, log);
        if (inBody) {
            begin(voice);
        }
        voices.put(id, voice);
        return voice;
    }

    /** Gives a voice what the header says. */
    private void begin(AbcVoice voice) throws MalformedNotationException {
        directives.begin(voice.settings());
        keyProperties.forEach(voice.settings()::read);
        voice.setUnit(unit.orElse(meter.defaultUnit()));
        voice.setMeter(meter);
        voice.setKey(key);
        AbcTempo.read(tempo, voice.unit(), log).ifPresent(voice::setTempo);
    }

    private void readKeyChange(String value) throws MalformedNotationException {
        AbcVoice voice = voice();
        voice.settings().read(value);
        parseKey(value).ifPresent(voice::setKey);
    }

    private Optional<AbcKey> parseKey(String value) throws MalformedNotationException {
        Optional<AbcKey> parsed = AbcKey.parse(value);
        if (AbcKey.hasMicrotones(value)) {
            log.drop("an accidental of less than a semitone in K:, which MIDI pitches do not have");
        }
        boolean hasOnlyProperties =
                value.matches("(?s)(clef|octave|transpose|middle|m|stafflines|treble|bass|alto|tenor|perc).*");
        if (parsed.isEmpty() && !hasOnlyProperties) {
            log.repair(
                    "K: must name a key such as G, F#m or D mixolydian, was '%s'".formatted(Quoted.of(value)),
                    "the key before it was kept",
                    "correct it");
        }
        return parsed;
    }

    private Optional<AbcMeter> parseMeter(String value) throws MalformedNotationException {
        Optional<AbcMeter> parsed = AbcMeter.parse(value);
        if (parsed.isEmpty()) {
            log.repair(
                    "M: must be a meter such as 6/8, C, C| or none, was '%s'".formatted(Quoted.of(value)),
                    "the meter before it was kept",
                    "correct it");
        }
        return parsed;
    }

    private Optional<Beat> parseUnit(String value) throws MalformedNotationException {
        Optional<Beat> parsed = AbcLengths.ofWhole(value);
        if (parsed.isEmpty()) {
            log.repair(
                    "L: must be a part of a whole note such as 1/8, was '%s'".formatted(Quoted.of(value)),
                    "the unit before it was kept",
                    "correct it");
        }
        return parsed;
    }

    private void readDirective(String text) throws MalformedNotationException {
        Matcher propagate = PROPAGATE.matcher(text);
        if (propagate.matches()) {
            reach = switch (propagate.group(1)) {
                case "not" -> AbcAccidentals.Reach.NOTE;
                case "octave" -> AbcAccidentals.Reach.OCTAVE;
                default -> AbcAccidentals.Reach.ALL_OCTAVES;
            };
            return;
        }
        Optional<AbcVoice> written = inBody ? Optional.of(voice()) : current;
        directives.read(text, written.map(AbcVoice::settings));
    }
}
