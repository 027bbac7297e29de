package diabolo.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.ForAll;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws that every representation keeps. */
class FramesTest {

    static List<Representation> representations() {
        return List.of(new PianoRoll(RhythmGrid.SIXTEENTHS, 8, 40, 24), Melody.of(1), Drums.of(1), Trio.of(1));
    }

    @ParameterizedTest
    @MethodSource("representations")
    void theFramesOfTheSoundingCellsAreTheFrames(Representation representation) {
        check(representation, frames -> {
            assertThat(representation.ofSounding(representation.sounding(frames)))
                    .isEqualTo(frames);
            assertThat(representation.ofSounding(representation.sounding(frames)))
                    .hasSameHashCodeAs(frames);
        });
    }

    @ParameterizedTest
    @MethodSource("representations")
    void encodingWhatWasDecodedIsDecodedToTheSame(Representation representation) {
        check(representation, frames -> {
            QuantizedSequence music = representation.decode(frames);
            assertThat(representation.decode(representation.encode(music))).isEqualTo(music);
        });
    }

    @ParameterizedTest
    @MethodSource("representations")
    void transposingThereAndBackGivesTheFramesBack(Representation representation) {
        check(representation, frames -> {
            for (int semitones = -30; semitones <= 30; semitones++) {
                int back = -semitones;
                representation.transpose(frames, semitones).ifPresent(moved -> assertThat(
                                representation.transpose(moved, back))
                        .contains(frames));
            }
            assertThat(representation.transpose(frames, 0)).contains(frames);
        });
    }

    @ParameterizedTest
    @MethodSource("representations")
    void whatIsLaidOverSoundsAndSilenceCoversNothing(Representation representation) {
        Frames silence = representation.silence();
        check(representation, frames -> {
            Frames given = representation.encode(representation.decode(frames));
            assertThat(representation.overlay(silence, given)).isEqualTo(given);
            Frames laid = representation.overlay(given, representation.require(frames));
            assertThat(representation.decode(laid).allNotes().map(FramesTest::onset))
                    .containsAll(representation
                            .decode(given)
                            .allNotes()
                            .map(FramesTest::onset)
                            .toList());
        });
    }

    @ParameterizedTest
    @MethodSource("representations")
    void aWindowJoinedToItselfHasEachOnsetTwiceOrSoundsOn(Representation representation) {
        check(representation, frames -> {
            QuantizedSequence once = representation.decode(frames);
            QuantizedSequence twice = representation.join(List.of(frames, frames));

            assertThat(representation.join(List.of(frames))).isEqualTo(once);
            assertThat(twice.lengthInSteps()).isEqualTo(2 * representation.steps());
            assertThat(twice.slice(0, representation.steps())).isEqualTo(once);
            assertThat(twice.slice(representation.steps(), representation.steps())
                            .allNotes())
                    .containsExactlyElementsOf(once.allNotes().toList());
        });
    }

    @ParameterizedTest
    @MethodSource("representations")
    void splicedStepsAreTheOthersAndTheRestIsNot(Representation representation) {
        Frames silence = representation.silence();
        check(representation, frames -> {
            Frames half = representation.spliced(frames, silence, step -> step >= 4);

            assertThat(representation.spliced(frames, silence, _ -> false)).isEqualTo(frames);
            assertThat(representation.spliced(frames, silence, _ -> true)).isEqualTo(silence);
            assertThat(representation.beginning(half, 4)).isEqualTo(representation.beginning(frames, 4));
            assertThat(representation.differingSteps(half, frames))
                    .isEqualTo(representation.differingSteps(frames, silence)
                            - representation.differingSteps(half, silence));
        });
    }

    @ParameterizedTest
    @MethodSource("representations")
    void silenceAloneIsSilent(Representation representation) {
        assertThat(representation.isSilent(representation.silence())).isTrue();
        check(representation, frames -> assertThat(representation.isSilent(frames))
                .isEqualTo(representation.decode(frames).allNotes().findAny().isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("representations")
    void framesOfAnotherKindOrSizeAreRefused(Representation representation) {
        Frames others = representation instanceof PianoRoll ? new Tokens(new int[1][8]) : new Cells(new float[8]);
        assertThatThrownBy(() -> representation.decode(others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("were given");
        assertThatThrownBy(() -> representation.decode(new Cells(new float[7])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> representation.decode(new Tokens(new int[1][7])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Onset(int pitch, int step) {}

    private static Onset onset(QuantizedNote note) {
        return new Onset(note.pitch().midi(), note.startStep());
    }

    private static void check(Representation representation, Consumer<Frames> law) {
        ForAll.examples(random -> frames(representation, random)).check(law);
    }

    /** Any that there are, of few and of many notes. */
    private static Frames frames(Representation representation, SplittableRandom random) {
        double density = random.nextDouble();
        return switch (representation) {
            case PianoRoll roll -> {
                float[] cells = new float[roll.cells()];
                for (int cell = 0; cell < cells.length; cell++) {
                    cells[cell] = random.nextDouble() < density / 4 ? 1 : 0;
                }
                yield new Cells(cells);
            }
            case TokenRepresentation tokens ->
                new Tokens(tokens.lines().stream()
                        .map(line -> random.ints(tokens.steps(), 0, line.alphabet())
                                .map(token -> random.nextDouble() < density ? token : 0)
                                .toArray())
                        .toArray(int[][]::new));
        };
    }
}
