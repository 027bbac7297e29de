package diabolo.abc;

import diabolo.notation.Numbers;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a voice is called, what plays it, and how far from the page it sounds: what {@code V:}, {@code K:} and
 * {@code %%MIDI} say beside the notes.
 *
 * <p>Belongs to one voice.
 */
final class AbcVoiceSettings {

    private static final int MOST_OCTAVES = 10;
    private static final int MOST_SEMITONES = 127;
    private static final int DRUM_CHANNEL = 10;
    private static final Pattern CLEF = Pattern.compile(
            "(?:^|\\s)(?:clef\\s*=\\s*\"?)?(?:treble|bass|alto|tenor|perc|none|[GCF](?=[1-5]))[1-5]?([+^_-](?:8|15))?");
    private static final Pattern OCTAVE = Pattern.compile("octave\\s*=\\s*([+-]?[0-9]{1,3})");
    private static final Pattern TRANSPOSE = Pattern.compile("transpose\\s*=\\s*([+-]?[0-9]{1,3})");
    private static final Pattern NAME = Pattern.compile("(?:^|\\s)(?:name|nm)\\s*=\\s*(?:\"([^\"]*)\"|(\\S+))");

    private static final Pattern PERCUSSION_CLEF = Pattern.compile("(?:^|[\\s=])perc\\b");

    private String id;
    private final AbcDirectives directives;
    private Optional<String> name = Optional.empty();
    private Optional<Integer> program = Optional.empty();
    private int channel;
    private int clefOctaves;
    private int octaves;
    private int semitones;
    private int midiSemitones;
    private boolean isPercussion;

    AbcVoiceSettings(String id, int index, AbcDirectives directives) {
        this.id = id;
        this.directives = directives;
        // a synthesizer gives voices the channels in turn, and leaves out that of the drums
        this.channel = index + 1 < DRUM_CHANNEL ? index + 1 : index + 2;
    }

    String id() {
        return id;
    }

    void setId(String newId) {
        id = newId;
    }

    String name() {
        return name.orElse(id);
    }

    void setChannel(int newChannel) {
        channel = newChannel;
    }

    void setProgram(int newProgram) {
        program = Optional.of(newProgram);
    }

    /** How far the voice sounds above the page beside its clef and properties. */
    void setMidiTransposition(int newSemitones) {
        midiSemitones = newSemitones;
    }

    void addMidiTransposition(int moreSemitones) {
        midiSemitones += moreSemitones;
    }

    /** What plays the next note. */
    Instrument instrument() {
        if (isDrums()) {
            return new Instrument.Drums();
        }
        return program.or(
                        () -> Optional.ofNullable(directives.programOfChannel().get(channel)))
                .<Instrument>map(Instrument.Melodic::new)
                .orElse(Instrument.PIANO);
    }

    /** The drum that a note is, as MIDI counts; empty where the voice has no drums or the page does not say which. */
    Optional<Pitch> drum(int written) {
        return isDrums() ? directives.drums().at(written) : Optional.empty();
    }

    private boolean isDrums() {
        return channel == DRUM_CHANNEL || (isPercussion && !directives.drums().isEmpty());
    }

    /** How far it sounds above what is written. */
    int semitones() {
        return 12 * (clefOctaves + octaves) + semitones + midiSemitones;
    }

    /** Takes clef, octave, transposition and name from the properties of a field. */
    void read(String properties) {
        Matcher clef = CLEF.matcher(properties);
        if (clef.find()) {
            clefOctaves = octavesOf(clef.group(1) == null ? "" : clef.group(1));
            isPercussion = PERCUSSION_CLEF.matcher(properties).find();
        }
        number(OCTAVE, properties, MOST_OCTAVES).ifPresent(number -> octaves = number);
        number(TRANSPOSE, properties, MOST_SEMITONES).ifPresent(number -> semitones = number);
        Matcher named = NAME.matcher(properties);
        if (named.find()) {
            name = Optional.of(named.group(1) == null ? named.group(2) : named.group(1));
        }
    }

    /** {@code +8} and {@code -8} move what is played; {@code ^8} and {@code _8} are only drawn. */
    private static int octavesOf(String suffix) {
        return switch (suffix) {
            case "+8" -> 1;
            case "-8" -> -1;
            case "+15" -> 2;
            case "-15" -> -2;
            default -> 0;
        };
    }

    private static Optional<Integer> number(Pattern pattern, String properties, int most) {
        Matcher matcher = pattern.matcher(properties);
        return matcher.find()
                ? Numbers.integer(matcher.group(1)).filter(number -> Math.abs(number) <= most)
                : Optional.empty();
    }
}
