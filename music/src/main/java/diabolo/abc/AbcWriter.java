package diabolo.abc;

import diabolo.file.AtomicFile;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Tempo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a piece as a tune in ABC, for people to read: a voice for each part, bars, beams by the beat, ties over bar lines.
 *
 * <pre>{@code
 * AbcWriter.write(bridge, Path.of("bridge.abc"));
 * String tune = AbcWriter.text(bridge);
 * }</pre>
 *
 * <p>What is written reads back to the same notes, part by part, but for velocities and parts without notes. That holds for
 * notes on thirty-seconds of a beat and in tuplets of 3, 5, 7 and 9; other positions are rounded to these. Other programs read the
 * same. Notes that overlap in a part stand in layers of its voice, divided by {@code &}. A change of key is written where the next bar
 * begins, a change of tempo before the next note. Stateless.
 */
public final class AbcWriter {

    private static final int FASTEST = 10_000;

    private AbcWriter() {}

    /**
     * Writes a file, whole or not at all; a missing folder is made.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if ABC cannot hold the piece, see {@link #text}
     */
    public static void write(NoteSequence sequence, Path file) throws IOException {
        AtomicFile.write(file, text(sequence));
    }

    /**
     * The tune as text.
     *
     * @throws IllegalArgumentException if the piece has more than {@value AbcPage#MAX_BARS} bars
     */
    public static String text(NoteSequence sequence) {
        NoteSequence onGrid = AbcGrid.fitted(sequence);
        AbcPage page = AbcPage.of(onGrid);
        List<Part> parts =
                onGrid.parts().stream().filter(part -> !part.notes().isEmpty()).toList();
        StringBuilder tune = new StringBuilder("X:1\n");
        tune.append("T:").append(plain(sequence.title()).replace("%", "\\%")).append('\n');
        tune.append("M:").append(onGrid.meterAt(Beat.ZERO)).append('\n');
        tune.append("L:1/8\n");
        // others would be refused when they are read
        List<At<Tempo>> tempos = onGrid.tempos().stream()
                .filter(tempo -> tempo.value().beatsPerMinute() <= FASTEST)
                .toList();
        boolean beginsWithTempo = !tempos.isEmpty() && tempos.getFirst().start().equals(Beat.ZERO);
        if (beginsWithTempo) {
            tune.append("Q:").append(AbcPage.tempo(tempos.getFirst().value())).append('\n');
        }
        for (int i = 0; i < parts.size(); i++) {
            appendVoice(tune, i + 1, parts.get(i));
        }
        tune.append("K:").append(AbcPage.key(page.keyAtStart())).append('\n');
        if (parts.isEmpty()) {
            tune.append("Z |]\n");
        }
        for (int i = 0; i < parts.size(); i++) {
            tune.append("V:").append(i + 1).append('\n');
            boolean isFirst = i == 0;
            new AbcVoiceText(
                            parts.get(i),
                            page,
                            isFirst ? onGrid.chords() : List.of(),
                            isFirst ? tempos.subList(beginsWithTempo ? 1 : 0, tempos.size()) : List.of())
                    .appendTo(tune);
        }
        return tune.toString();
    }

    private static void appendVoice(StringBuilder tune, int number, Part part) {
        tune.append("V:").append(number);
        if (!part.name().isEmpty()) {
            tune.append(" name=\"")
                    .append(plain(part.name()).replace("%", "\\%"))
                    .append('"');
        }
        double meanPitch = part.notes().stream()
                .mapToInt(note -> note.pitch().midi())
                .average()
                .orElse(60);
        if (!part.isDrums() && meanPitch < 60) {
            tune.append(" clef=bass");
        }
        tune.append('\n');
        switch (part.instrument()) {
            case Instrument.Drums() -> tune.append("%%MIDI channel 10\n");
            case Instrument.Melodic(int program) ->
                tune.append("%%MIDI program ").append(program).append('\n');
        }
    }

    /** Without what would end a line or a quotation. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{C}\\s]+", " ").replace('"', '\'').strip();
    }
}
