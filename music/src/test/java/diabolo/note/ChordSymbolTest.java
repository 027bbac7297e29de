package diabolo.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.ForAll;
import diabolo.grid.RhythmGrid;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChordSymbolTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C | MAJOR | 0 4 7",
                "Am7/G | MINOR_SEVENTH | 0 4 7 9",
                "F#dim | DIMINISHED | 0 6 9",
                "B♭7 | DOMINANT | 2 5 8 10",
                "Bb7b9 | DOMINANT | 2 5 8 10 11",
                "D-7 | MINOR_SEVENTH | 0 2 5 9",
                "EbMaj7 | MAJOR_SEVENTH | 2 3 7 10",
                "CM7 | MAJOR_SEVENTH | 0 4 7 11",
                "CΔ | MAJOR_SEVENTH | 0 4 7 11",
                "Cmi7b5 | HALF_DIMINISHED | 0 3 6 10",
                "Cø | HALF_DIMINISHED | 0 3 6 10",
                "Cm(maj7) | MAJOR_MINOR | 0 3 7 11",
                "CmMaj7 | MAJOR_MINOR | 0 3 7 11",
                "C6/9 | MAJOR_SIXTH | 0 2 4 7 9",
                "Cm69 | MINOR_SIXTH | 0 2 3 7 9",
                "C7sus4 | SUSPENDED_FOURTH | 0 5 7 10",
                "C9sus | SUSPENDED_FOURTH | 0 2 5 7 10",
                "Csus2 | SUSPENDED_SECOND | 0 2 7",
                "C7+ | AUGMENTED_SEVENTH | 0 4 8 10",
                "C+7 | AUGMENTED_SEVENTH | 0 4 8 10",
                "Caug | AUGMENTED | 0 4 8",
                "C9+ | DOMINANT_NINTH | 0 2 4 8 10",
                "C7#9 | DOMINANT | 0 3 4 7 10",
                "C13b9 | DOMINANT_13TH | 0 1 4 5 7 9 10",
                "C7alt | DOMINANT | 0 1 3 4 6 8 10",
                "Cmadd9 | MINOR | 0 2 3 7",
                "Cm#5 | MINOR | 0 3 8",
                "Cm+ | MINOR | 0 3 8",
                "C7no5 | DOMINANT | 0 4 10",
                "C5 | POWER | 0 7",
                "Co7 | DIMINISHED_SEVENTH | 0 3 6 9",
                "C/F# | MAJOR | 0 4 6 7",
            })
    void spellingsOfLeadSheetsAreUnderstood(String text, ChordKind kind, String pitchClasses) {
        ChordSymbol chord = ChordSymbol.parse(text).orElseThrow();

        assertThat(chord.kind()).isEqualTo(kind);
        assertThat(chord.pitchClasses().toString().replaceAll("[\\[\\],]", "")).isEqualTo(pitchClasses);
        assertThat(chord.text()).isEqualTo(text.replace('♭', 'b'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "H7", "am7", "Cfoo", "C7/", "C/H", "C99", "Cmajmin", "C7b", "no14", "Cno14", "C\n7", "N"})
    void whatIsNoChordIsNotRead(String text) {
        assertThat(ChordSymbol.parse(text)).isEmpty();
    }

    @Test
    void aHostileSymbolIsRefusedAtOnce() {
        assertThat(ChordSymbol.parse("C" + "b9".repeat(1_000_000))).isEmpty();
        assertThatThrownBy(() -> new ChordSymbol(
                        new PitchName('C', 0), ChordKind.OTHER, List.of(), Optional.empty(), "x".repeat(61)))
                .hasMessage("suffix must have at most 60 characters, had 61");
    }

    @Test
    void noChordIsASymbolOfItsOwn() {
        assertThat(ChordSymbol.parse("N.C.")).contains(ChordSymbol.NO_CHORD);
        assertThat(ChordSymbol.parse("NC")).contains(ChordSymbol.NO_CHORD);
        assertThat(ChordSymbol.NO_CHORD.pitchClasses()).isEmpty();
        assertThat(ChordSymbol.NO_CHORD.transpose(5)).isEqualTo(ChordSymbol.NO_CHORD);
    }

    @Test
    void everyKindAsCommonlyWrittenIsReadBack() {
        ForAll.examples(ChordSymbolTest::plainChord)
                .check(chord -> assertThat(ChordSymbol.parse(chord.text())).contains(chord));
    }

    @Test
    void transposingMovesEveryPitchClass() {
        ForAll.examples(ChordSymbolTest::plainChord).check(chord -> {
            for (int semitones = -13; semitones <= 13; semitones++) {
                int shift = semitones;
                assertThat(chord.transpose(semitones).pitchClasses())
                        .containsExactlyInAnyOrderElementsOf(chord.pitchClasses().stream()
                                .map(pitchClass -> Math.floorMod(pitchClass + shift, 12))
                                .toList());
            }
        });
    }

    @Test
    void transposingSpellsAsMusiciansDo() {
        assertThat(ChordSymbol.parse("Am7/G").orElseThrow().transpose(3).text()).isEqualTo("Cm7/Bb");
        assertThat(ChordSymbol.parse("C7").orElseThrow().transpose(1).text()).isEqualTo("Db7");
        assertThat(ChordSymbol.parse("Bb/D").orElseThrow().transpose(-4).text()).isEqualTo("F#/A#");
    }

    @Test
    void chordsGoWithTheirPieceThroughTranspositionGridAndExcerpt() {
        Part melody = new Part(
                "", Instrument.PIANO, List.of(new Note(Pitch.of(60), Velocity.DEFAULT, Beat.ZERO, Beat.of(8))));
        NoteSequence song = NoteSequence.of("", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(melody))
                .withChords(List.of(at(4, "F"), at(0, "C"), at(6, "N.C.")));

        NoteSequence excerpt = RhythmGrid.SIXTEENTHS
                .quantize(song.transpose(2).withTitle("song").withTempo(new Tempo(90)))
                .withTitle("excerpt")
                .slice(20, 8)
                .toNoteSequence();

        assertThat(excerpt.chords()).containsExactly(at(0, "G"), at(1, "N.C."));
        assertThat(song.chordAt(Beat.of(5))).isEqualTo(ChordSymbol.parse("F"));
        assertThat(song.chordAt(Beat.of(6))).isEmpty();
    }

    private static At<ChordSymbol> at(int quarter, String chord) {
        return new At<>(Beat.of(quarter), ChordSymbol.parse(chord).orElseThrow());
    }

    private static ChordSymbol plainChord(SplittableRandom random) {
        List<ChordKind> kinds = EnumSet.complementOf(EnumSet.of(ChordKind.OTHER, ChordKind.NONE)).stream()
                .toList();
        ChordKind kind = kinds.get(random.nextInt(kinds.size()));
        PitchName root = PitchName.ofFifths(random.nextInt(-8, 13));
        Optional<PitchName> bass =
                random.nextBoolean() ? Optional.of(PitchName.ofFifths(random.nextInt(-8, 13))) : Optional.empty();
        return ChordSymbol.of(root, kind, List.of(), bass);
    }
}
