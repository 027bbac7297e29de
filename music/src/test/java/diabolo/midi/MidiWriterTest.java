package diabolo.midi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.ForAll;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MidiWriterTest {

    private static final int[] DENOMINATORS = {1, 2, 3, 4, 5, 7, 8, 12, 16, 24};

    private static NoteSequence writtenAndRead(NoteSequence piece) {
        try {
            return MidiReader.read(MidiWriter.bytes(piece));
        } catch (MalformedMidiException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Few pitches and short spans, so that equal pitches overlap, nest and repeat. */
    private static NoteSequence crowdedPiece(SplittableRandom random) {
        List<Part> parts = new ArrayList<>();
        for (int index = 0; index < random.nextInt(1, 25); index++) {
            Instrument instrument =
                    random.nextInt(8) == 0 ? new Instrument.Drums() : new Instrument.Melodic(random.nextInt(128));
            List<Note> notes = Stream.generate(() -> crowdedNote(random))
                    .limit(random.nextInt(1, 30))
                    .toList();
            parts.add(new Part("part " + random.nextInt(3), instrument, notes));
        }
        return new NoteSequence(
                "crowded",
                parts,
                List.of(
                        new At<>(Beat.ZERO, new Tempo(random.nextInt(4, 300))),
                        new At<>(Beat.of(7, 3), new Tempo(92.5))),
                List.of(new At<>(Beat.ZERO, new Meter(random.nextInt(1, 256), 1 << random.nextInt(7)))),
                List.of(new At<>(Beat.of(4), new Key(random.nextInt(-7, 8), Key.Mode.MINOR))));
    }

    private static Note crowdedNote(SplittableRandom random) {
        int denominator = DENOMINATORS[random.nextInt(DENOMINATORS.length)];
        return new Note(
                Pitch.of(60 + random.nextInt(3)),
                Velocity.of(random.nextInt(1, 128)),
                Beat.of(random.nextInt(6 * denominator), denominator),
                Beat.of(random.nextInt(1, 3 * denominator + 1), denominator));
    }

    @Test
    void writtenMusicReadsBackTheSame() {
        ForAll.examples(MidiWriterTest::crowdedPiece)
                .check(piece -> assertThat(writtenAndRead(piece)).isEqualTo(piece));
    }

    @Test
    void theJdkReadsTheSameStartsAndPrograms() throws InvalidMidiDataException, IOException {
        NoteSequence piece = crowdedPiece(new SplittableRandom(5));

        var sequence = MidiSystem.getSequence(new ByteArrayInputStream(MidiWriter.bytes(piece)));

        int resolution = sequence.getResolution();
        List<String> starts = new ArrayList<>();
        for (Track track : sequence.getTracks()) {
            int program = -1;
            for (int index = 0; index < track.size(); index++) {
                if (track.get(index).getMessage() instanceof ShortMessage message) {
                    if (message.getCommand() == ShortMessage.PROGRAM_CHANGE) {
                        program = message.getData1();
                    } else if (message.getCommand() == ShortMessage.NOTE_ON) {
                        starts.add(program + " " + Beat.of(track.get(index).getTick(), resolution) + " "
                                + message.getData1() + " " + message.getData2());
                    }
                }
            }
        }
        assertThat(starts)
                .containsExactlyInAnyOrderElementsOf(piece.parts().stream()
                        .flatMap(part -> part.notes().stream().map(note -> describe(part, note)))
                        .toList());
    }

    private static String describe(Part part, Note note) {
        int program = part.instrument() instanceof Instrument.Melodic(int number) ? number : -1;
        return program + " " + note.start() + " " + note.pitch().midi() + " "
                + note.velocity().midi();
    }

    @Test
    void aNestedNoteOfEqualPitchKeepsItsEnd() {
        Note outer = new Note(Pitch.of(60), Velocity.of(1), Beat.ZERO, Beat.of(4));
        Note inner = new Note(Pitch.of(60), Velocity.of(2), Beat.of(1), Beat.of(1));
        Part part = new Part("nested", Instrument.PIANO, List.of(outer, inner));

        NoteSequence back = writtenAndRead(NoteSequence.of("", new Tempo(96), Meter.FOUR_FOUR, List.of(part)));

        assertThat(back.parts()).containsExactly(part);
    }

    @Test
    void seventeenPartsOfDifferentProgramsKeepThem() {
        List<Part> parts = IntStream.range(0, 17)
                .mapToObj(program -> new Part(
                        "",
                        new Instrument.Melodic(program),
                        List.of(new Note(Pitch.of(60), Velocity.DEFAULT, Beat.ZERO, Beat.of(1)))))
                .toList();

        assertThat(writtenAndRead(NoteSequence.of("", Tempo.DEFAULT, Meter.FOUR_FOUR, parts))
                        .parts())
                .isEqualTo(parts);
    }

    @Test
    void positionsThatNoResolutionHoldsAreRoundedByLessThanATick() {
        Note note = new Note(Pitch.of(60), Velocity.DEFAULT, Beat.of(1, 32_749), Beat.of(1, 32_719));
        Note later = new Note(Pitch.of(60), Velocity.DEFAULT, Beat.of(12_345, 32_717), Beat.of(5, 3));
        NoteSequence piece = NoteSequence.of(
                "", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, List.of(note, later))));

        List<Note> back = writtenAndRead(piece).allNotes().toList();

        assertThat(back.getFirst().duration()).isEqualTo(Beat.of(1, 960));
        assertThat(back.get(1).start().toDouble()).isBetween(12_345 / 32_717.0 - 0.001, 12_345 / 32_717.0 + 0.001);
    }

    @Test
    void aRestLongerThanADeltaCanSayIsCrossed() {
        Note late = new Note(Pitch.of(60), Velocity.DEFAULT, Beat.of(1_000_000_000), Beat.of(1));
        NoteSequence piece = NoteSequence.of(
                "", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, List.of(late))));

        assertThat(writtenAndRead(piece).allNotes()).containsExactly(late);
    }

    @Test
    void aTempoTooSlowForMidiIsRefused() {
        NoteSequence piece = NoteSequence.of("", new Tempo(2), Meter.FOUR_FOUR, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MidiWriter.bytes(piece))
                .withMessageContaining("below 3.58 beats a minute, was 2.0");
    }

    @Test
    void aFileIsReplacedWholeAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("piece.mid");
        Files.writeString(file, "an older file");

        MidiWriter.write(crowdedPiece(new SplittableRandom(1)), file);

        assertThat(MidiReader.read(file)).isEqualTo(crowdedPiece(new SplittableRandom(1)));
        assertThat(folder).isDirectoryContaining(found -> found.equals(file));
        assertThat(folder.toFile().list()).hasSize(1);
    }
}
