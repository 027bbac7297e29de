package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.Numbers;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code %%MIDI} and {@code %%percmap} say of how voices sound: program, channel, transposition, drums. What stands before
 * every voice holds for all.
 *
 * <p>Belongs to one tune.
 */
final class AbcDirectives {

    private static final Pattern MIDI = Pattern.compile(
            "MIDI\\s*(?:=\\s*)?\\b(program|channel|transpose|rtranspose|drummap)\\s+(\\S{1,20})(?:\\s+(\\S{1,20}))?\\b.*");
    private static final Pattern PERCUSSION = Pattern.compile("(percmap)\\s+(\\S{1,20})\\s+(\\S{1,40})(?:\\s.*)?");
    private static final Pattern COMMENT = Pattern.compile("\\s%.*");
    private static final int MOST_SEMITONES = 127;

    /** Every voice takes all of them. */
    private static final int MOST_OF_EVERY_VOICE = 2_000;

    private final List<Matcher> ofEveryVoice = new ArrayList<>();
    private final Map<Integer, Integer> programOfChannel = new HashMap<>();
    private final AbcDrumMap drums = new AbcDrumMap();
    private final FindingLog log;

    AbcDirectives(FindingLog log) {
        this.log = log;
    }

    AbcDrumMap drums() {
        return drums;
    }

    Map<Integer, Integer> programOfChannel() {
        return programOfChannel;
    }

    /** Reads a directive that stands where a voice is written, or where none is yet. */
    void read(String text, Optional<AbcVoiceSettings> voice) {
        String plain = COMMENT.matcher(text).replaceFirst("");
        for (Pattern pattern : List.of(MIDI, PERCUSSION)) {
            Matcher directive = pattern.matcher(plain);
            if (directive.matches()) {
                voice.ifPresentOrElse(known -> apply(directive, known), () -> keep(directive));
            }
        }
    }

    private void keep(Matcher directive) {
        if (ofEveryVoice.size() < MOST_OF_EVERY_VOICE) {
            ofEveryVoice.add(directive);
        } else {
            log.note("more than %d directives that hold for every voice".formatted(MOST_OF_EVERY_VOICE), "left out");
        }
    }

    /** Gives a voice what holds for every one. */
    void begin(AbcVoiceSettings settings) {
        ofEveryVoice.forEach(directive -> apply(directive, settings));
    }

    private void apply(Matcher directive, AbcVoiceSettings settings) {
        String first = directive.group(2);
        Optional<String> second = Optional.ofNullable(directive.group(3));
        boolean isUnderstood =
                switch (directive.group(1)) {
                    case "program" ->
                        second.filter(AbcDirectives::isNumber) // a word behind the program is its name
                                .map(program -> programOfChannel(first, program))
                                .orElseGet(() -> within(first, 0, 127, settings::setProgram));
                    case "channel" -> within(first, 1, 16, settings::setChannel);
                    case "transpose" -> within(first, -MOST_SEMITONES, MOST_SEMITONES, settings::setMidiTransposition);
                    case "rtranspose" -> within(first, -MOST_SEMITONES, MOST_SEMITONES, settings::addMidiTransposition);
                    default -> drums.put(first, second.orElse(""));
                };
        if (!isUnderstood) {
            log.note("a directive with numbers out of range: " + Quoted.of(directive.group()), "left out");
        }
    }

    private boolean programOfChannel(String channel, String program) {
        return within(channel, 1, 16, known -> within(program, 0, 127, number -> programOfChannel.put(known, number)));
    }

    private static boolean isNumber(String text) {
        return Numbers.integer(text).isPresent();
    }

    private static boolean within(String text, int least, int most, java.util.function.IntConsumer use) {
        Optional<Integer> number = Numbers.integer(text).filter(value -> value >= least && value <= most);
        number.ifPresent(use::accept);
        return number.isPresent();
    }
}
