package diabolo.accompaniment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.ForAll;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.PitchName;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LeadSheetTest {

    private static final List<Meter> METERS = List.of(
            Meter.FOUR_FOUR, new Meter(3, 4), new Meter(2, 4), new Meter(6, 8), new Meter(12, 8), new Meter(5, 4));

    private static NoteSequence melody(Meter meter, int quarters) {
        Note note = new Note(Pitch.of(72), Velocity.of(90), Beat.ZERO, Beat.of(quarters));
        return NoteSequence.of(
                "Tune", new Tempo(120), meter, List.of(new Part("melody", Instrument.PIANO, List.of(note))));
    }

    private static At<ChordSymbol> at(int quarters, String symbol) {
        return new At<>(Beat.of(quarters), ChordSymbol.parse(symbol).orElseThrow());
    }

    private static List<At<ChordSymbol>> chords(RandomGenerator random, int quarters) {
        List<At<ChordSymbol>> chords = new ArrayList<>();
        List<ChordKind> kinds = List.of(ChordKind.values());
        for (int beat = 0; beat < quarters; beat += 1 + random.nextInt(4)) {
            ChordSymbol chord =
                    ChordSymbol.of(PitchName.ofFifths(random.nextInt(-5, 7)), kinds.get(random.nextInt(kinds.size())));
            chords.add(new At<>(Beat.of(beat), chord));
        }
        return chords;
    }

    /** A melody of a long note, and what is to be played under it. */
    private record Given(NoteSequence melody, List<At<ChordSymbol>> chords, AccompanimentPattern pattern) {

        static Given of(RandomGenerator random) {
            Meter meter = METERS.get(random.nextInt(METERS.size()));
            List<AccompanimentPattern> fitting =
                    Patterns.all().stream().filter(some -> some.fits(meter)).toList();
            return new Given(
                    LeadSheetTest.melody(meter, 1 + random.nextInt(40)),
                    LeadSheetTest.chords(random, 40),
                    fitting.get(random.nextInt(fitting.size())));
        }

        NoteSequence played() {
            return LeadSheet.of(melody, chords, pattern);
        }
    }

    @Test
    void melodyAndSymbolsStayAndTheSameIsAlwaysPlayed() {
        ForAll.examples(Given::of).check(given -> {
            NoteSequence song = given.played();

            assertThat(song.parts().getFirst()).isEqualTo(given.melody().parts().getFirst());
            assertThat(song.chords()).isEqualTo(given.chords());
            assertThat(song).isEqualTo(given.played());
        });
    }

    @Test
    void everyNotePlayedIsAToneOfTheChordThatHoldsWhileItSoundsAndInItsRange() {
        ForAll.examples(Given::of).check(given -> {
            NoteSequence song = given.played();

            for (Part part : song.parts().subList(1, 3)) {
                boolean isBass = part.name().equals(LeadSheet.BASS);
                for (Note note : part.notes()) {
                    ChordSymbol chord = song.chordAt(note.start()).orElseThrow();
                    assertThat(chord.pitchClasses()).contains(note.pitch().pitchClass());
                    assertThat(note.pitch().midi()).isBetween(isBass ? 28 : 48, isBass ? 52 : 67);
                    assertThat(song.chords())
                            .noneMatch(change -> change.start().compareTo(note.start()) > 0
                                    && change.start().compareTo(note.end()) < 0);
                }
            }
        });
    }

    @Test
    void strideHasBassOnStrongBeatsAndChordsOnWeakOnesAndComesToRestInTheLastBar() {
        NoteSequence song = LeadSheet.of(melody(Meter.FOUR_FOUR, 8), List.of(at(0, "C"), at(2, "G7")), Patterns.STRIDE);

        assertThat(song.parts().get(2).notes())
                .extracting(note -> note.start() + " " + note.pitch().name())
                .containsExactly("0 C2", "2 G1", "4 G1");
        assertThat(song.parts().get(1).notes())
                .extracting(Note::start)
                .containsExactly(
                        Beat.of(1),
                        Beat.of(1),
                        Beat.of(1),
                        Beat.of(3),
                        Beat.of(3),
                        Beat.of(3),
                        Beat.of(4),
                        Beat.of(4),
                        Beat.of(4));
    }

    @Test
    void innerNotesGoToTheNearestPlace() {
        Voicing tonic = Voicing.NONE.next(ChordSymbol.parse("C").orElseThrow());

        Voicing subdominant = tonic.next(ChordSymbol.parse("Am").orElseThrow());

        assertThat(subdominant.pitches()).hasSize(3);
        assertThat(subdominant.pitches().stream().filter(tonic.pitches()::contains))
                .hasSize(2);
    }

    @Test
    void aChordOfManyTonesKeepsThirdAndSeventh() {
        assertThat(Voicing.NONE.next(ChordSymbol.parse("C13").orElseThrow()).pitches())
                .extracting(pitch -> pitch % 12)
                .contains(4, 10)
                .hasSize(3);
    }

    @Test
    void theBassPlaysWhatTheSymbolNames() {
        NoteSequence song = LeadSheet.of(melody(Meter.FOUR_FOUR, 4), List.of(at(0, "C/E")), Patterns.BLOCK);

        assertThat(song.parts().get(2).notes())
                .extracting(note -> note.pitch().name())
                .containsExactly("E2");
    }

    @Test
    void whereThereIsNoChordNothingIsPlayed() {
        NoteSequence song = LeadSheet.of(
                melody(Meter.FOUR_FOUR, 12), List.of(at(0, "C"), at(4, "N.C."), at(8, "C")), Patterns.BLOCK);

        assertThat(song.parts().get(2).notes()).extracting(Note::start).containsExactly(Beat.ZERO, Beat.of(8));
    }

    @Test
    void aPickupIsLeftToTheMelody() {
        NoteSequence pickup = melody(Meter.FOUR_FOUR, 9)
                .withMeters(List.of(new At<>(Beat.ZERO, Meter.FOUR_FOUR), new At<>(Beat.of(1), Meter.FOUR_FOUR)));

        NoteSequence song = LeadSheet.of(pickup, List.of(at(0, "C")), Patterns.BLOCK);

        assertThat(song.parts().get(2).notes()).extracting(Note::start).containsExactly(Beat.of(1), Beat.of(5));
    }

    @Test
    void thePatternSuitsMeterAndTempo() {
        assertThat(LeadSheet.patternFor(melody(new Meter(3, 4), 9)).name()).isEqualTo("waltz");
        assertThat(LeadSheet.patternFor(melody(Meter.FOUR_FOUR, 9)).name()).isEqualTo("stride");
        assertThat(LeadSheet.patternFor(melody(Meter.FOUR_FOUR, 9).withTempo(new Tempo(60)))
                        .name())
                .isEqualTo("arpeggio");
        assertThat(LeadSheet.patternFor(melody(new Meter(7, 8), 9)).name()).isEqualTo("block");
    }

    @Test
    void aPatternWithoutTheMeterIsRefusedWithThoseThatHaveIt() {
        assertThatThrownBy(() -> LeadSheet.of(melody(Meter.FOUR_FOUR, 4), List.of(), Patterns.WALTZ))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pattern waltz has no bar of 4/4, only of 3/4, 3/8; choose block or arpeggio or alberti or "
                        + "stride or bossa or swing");
    }
}
