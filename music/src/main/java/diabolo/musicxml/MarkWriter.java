package diabolo.musicxml;

import diabolo.notation.Tempos;
import diabolo.note.ChordDegree;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.PitchName;
import diabolo.note.Tempo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Writes what stands over the notes: keys, tempos and chord symbols.
 *
 * <p>Belongs to one writing on one thread.
 */
final class MarkWriter {

    private static final int DECIMALS_READ = 9;
    private static final int DECIMALS_SHOWN = 2;

    private final XmlOutput xml;

    MarkWriter(XmlOutput xml) {
        this.xml = xml;
    }

    /**
     * Writes a mark that holds from the note that follows, or from inside it.
     *
     * @param offset divisions between the beginning of that note and the mark
     */
    void write(Mark mark, long offset) {
        if (mark instanceof Mark.OfChord(long at, ChordSymbol chord)) {
            writeChord(chord, offset);
            return;
        }
        // readers place these by where they stand, not by an offset
        move("forward", offset);
        switch (mark) {
            case Mark.OfKey(long at, Key key) -> {
                xml.open("attributes");
                writeKey(key);
                xml.close();
            }
            case Mark.OfTempo(long at, Tempo tempo) -> writeTempo(tempo);
            case Mark.OfChord chord -> writeChord(chord.chord(), 0);
        }
        move("backup", offset);
    }

    /** A {@code <key>}, to stand in {@code <attributes>}. */
    void writeKey(Key key) {
        xml.open("key")
                .leaf("fifths", key.fifths())
                .leaf("mode", key.mode().name().toLowerCase(Locale.ROOT))
                .close();
    }

    private void move(String element, long divisions) {
        if (divisions > 0) {
            xml.open(element).leaf("duration", divisions).close();
        }
    }

    private void writeTempo(Tempo tempo) {
        if (tempo.beatsPerMinute() > Tempos.FASTEST) {
            throw new IllegalArgumentException(
                    "a tempo must be at most %.0f beats a minute to be written as MusicXML, was %s; give the piece a slower one"
                            .formatted(Tempos.FASTEST, tempo.beatsPerMinute()));
        }
        xml.open("direction", "placement", "above").open("direction-type").open("metronome");
        xml.leaf("beat-unit", "quarter").leaf("per-minute", decimal(tempo.beatsPerMinute(), DECIMALS_SHOWN));
        xml.close().close();
        xml.empty("sound", "tempo", decimal(tempo.beatsPerMinute(), DECIMALS_READ))
                .close();
    }

    private void writeChord(ChordSymbol chord, long offset) {
        xml.open("harmony");
        writeTone("root", chord.root());
        String text = chord.kind() == ChordKind.NONE ? chord.text() : chord.suffix();
        xml.leaf("kind", chord.kind().musicXmlName(), "text", text);
        chord.bass().ifPresent(bass -> writeTone("bass", bass));
        for (ChordDegree degree : chord.degrees()) {
            // the text of the kind says them already
            xml.open("degree", "print-object", "no");
            xml.leaf("degree-value", degree.value()).leaf("degree-alter", degree.alteration());
            xml.leaf("degree-type", degree.change().name().toLowerCase(Locale.ROOT))
                    .close();
        }
        if (offset > 0) {
            xml.leaf("offset", offset);
        }
        xml.close();
    }

    private void writeTone(String element, PitchName tone) {
        xml.open(element).leaf(element + "-step", tone.letter());
        if (tone.alteration() != 0) {
            xml.leaf(element + "-alter", tone.alteration());
        }
        xml.close();
    }

    static String decimal(double number, int decimals) {
        return BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
