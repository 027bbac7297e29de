package diabolo.ragtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.grid.RhythmGrid;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RagTokensTest {

    private static final HandShapes SHAPES = new HandShapes(
            List.of(List.of(), List.of(-12), List.of(-12, -8)), List.of(List.of(), List.of(12), List.of(5, 9)));

    private static Note note(int pitch, int step, int steps) {
        return new Note(Pitch.of(pitch), Velocity.of(80), Beat.of(step, 4), Beat.of(steps, 4));
    }

    /** Bass and chord under an octave and single notes, in G: sixteen bars of which those from the ninth on are the first again. */
    private static NoteSequence rag(List<At<Meter>> meters) {
        List<Note> right = new ArrayList<>();
        List<Note> left = new ArrayList<>();
        for (int bar = 0; bar < 16; bar++) {
            int from = 8 * bar;
            int up = bar % 8;
            right.addAll(List.of(
                    note(79 + up, from, 2), note(67 + up, from, 2), note(74, from + 2, 1), note(76, from + 3, 3)));
            left.addAll(List.of(
                    note(43, from, 2),
                    note(55, from, 2),
                    note(50, from + 2, 2),
                    note(55, from + 2, 2),
                    note(59, from + 2, 2)));
        }
        return new NoteSequence(
                "Rag",
                List.of(new Part("left", Instrument.PIANO, left), new Part("right", Instrument.PIANO, right)),
                List.of(new At<>(Beat.ZERO, new Tempo(84))),
                meters,
                List.of(new At<>(Beat.ZERO, new Key(1, Key.Mode.MAJOR))));
    }

    private static NoteSequence rag() {
        return rag(List.of(new At<>(Beat.ZERO, new Meter(2, 4))));
    }

    private static List<RagSection> sections() {
        return RagSection.of("rag.mid", rag()).orElseThrow();
    }

    @Test
    void tokensGiveBackTheNotesOfBothHandsInTheirKey() {
        RagSection section = sections().getFirst();

        int[][] tokens = RagTokens.of(section, SHAPES);

        assertThat(section.up()).isEqualTo(5);
        for (Hand hand : Hand.values()) {
            List<Note> written = rag().parts().get(hand == Hand.RIGHT ? 1 : 0).notes();
            assertThat(RagTokens.notes(tokens, hand, section.up(), SHAPES, Velocity.of(80)))
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void bothLinesOfAHandAreStruckHeldAndRestTogether() {
        int[][] tokens = RagTokens.of(sections().getFirst(), SHAPES);

        for (Hand hand : Hand.values()) {
            for (int step = 0; step < tokens[0].length; step++) {
                int line = tokens[hand.line()][step];
                int shape = tokens[hand.shapeLine()][step];
                assertThat(RagTokens.isStruck(shape)).isEqualTo(RagTokens.isStruck(line));
                assertThat(RagTokens.isHeld(shape)).isEqualTo(RagTokens.isHeld(line));
            }
        }
    }

    @Test
    void placesCountBackFromTheEnd() {
        int[] places = RagTokens.of(sections().getFirst(), SHAPES)[RagTokens.LINES];

        assertThat(Arrays.copyOfRange(places, RagTokens.MARGIN, places.length - RagTokens.MARGIN))
                .containsExactly(IntStream.rangeClosed(1, 126).toArray()); // its last note ends before its last bar
        assertThat(places[0]).isZero();
    }

    @Test
    void aStrainKeepsWhichBarsComeAgain() {
        Strain strain = Strain.of(sections().getFirst(), SHAPES).getFirst();

        assertThat(strain.returns())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 15); // the last is cut short
        assertThat(strain.figures().leftHandPulse()).isEqualTo(0.5);
        int[] same = strain.same(128);
        assertThat(same[RagTokens.MARGIN + 64]).isEqualTo(RagTokens.MARGIN);
        assertThat(same[RagTokens.MARGIN + 63]).isEqualTo(RagTokens.MARGIN + 63);
        assertThat(strain.same(64)).containsExactly(IntStream.range(0, 80).toArray()); // its last eight bars, alone
    }

    @Test
    void aShapeThatIsNotKnownIsTheNearestKnownOneWithin() {
        assertThat(SHAPES.nearest(Hand.LEFT, 48, new TreeSet<>(Set.of(48, 53, 57))))
                .isEqualTo(2);
        assertThat(SHAPES.nearest(Hand.LEFT, 48, new TreeSet<>(Set.of(48, 60, 64))))
                .isEqualTo(1);
        assertThat(SHAPES.nearest(Hand.LEFT, 48, new TreeSet<>(Set.of(48, 49)))).isZero();
        assertThat(SHAPES.nearest(Hand.RIGHT, 72, new TreeSet<>(Set.of(60, 64, 72))))
                .isEqualTo(2);
    }

    @Test
    void anEndOnTheTonicIsSeen() {
        int[][] tokens = RagTokens.of(sections().getFirst(), SHAPES); // its bass ends on D, of G
        assertThat(RagTokens.endsOnTonic(tokens, new Key(1, Key.Mode.MAJOR), SHAPES))
                .isFalse();

        int last = RagTokens.MARGIN + 125;
        tokens[Hand.LEFT.line()][last] = RagTokens.token(48 - RagTokens.LOWEST, true);
        tokens[Hand.LEFT.shapeLine()][last] = RagTokens.token(1, true); // an octave
        tokens[Hand.RIGHT.line()][last] = RagTokens.token(76 - RagTokens.LOWEST, true);
        tokens[Hand.RIGHT.shapeLine()][last] = RagTokens.token(1, true);
        assertThat(RagTokens.endsOnTonic(tokens, new Key(1, Key.Mode.MAJOR), SHAPES))
                .isTrue();
        tokens[Hand.LEFT.shapeLine()][last] = RagTokens.token(2, true); // F major above C
        assertThat(RagTokens.endsOnTonic(tokens, new Key(1, Key.Mode.MAJOR), SHAPES))
                .isFalse();
        tokens[Hand.LEFT.shapeLine()][last] = RagTokens.token(0, true);
        tokens[Hand.RIGHT.line()][last] = RagTokens.token(77 - RagTokens.LOWEST, true);
        assertThat(RagTokens.endsOnTonic(tokens, new Key(1, Key.Mode.MAJOR), SHAPES))
                .isFalse();
    }

    @Test
    void otherMetersAndOneHandAreNoRags() {
        assertThat(RagSection.of("a", rag(List.of(new At<>(Beat.ZERO, new Meter(3, 4))))))
                .isEmpty();
        assertThat(RagSection.of("a", rag().withParts(rag().parts().subList(0, 1))))
                .isEmpty();
    }

    @Test
    void passagesAreInCAndOfTheLengthThatIsAskedFor() {
        List<RagPassage> passages = sections().getFirst().passages(64, 64);

        assertThat(passages).hasSize(2);
        assertThat(passages.getFirst().music().lengthInSteps()).isEqualTo(64);
        assertThat(passages.getFirst()
                        .music()
                        .allNotes()
                        .map(each -> each.pitch().midi())
                        .max(Comparator.naturalOrder()))
                .contains(79 + 7 + 5);
        assertThat(passages.getFirst().music().grid()).isEqualTo(RhythmGrid.SIXTEENTHS);
    }

    @Test
    void shapesBeginWithASingleNoteAndReachTheirWay() {
        assertThatThrownBy(() -> new HandShapes(List.of(List.of(-3)), List.of(List.of())))
                .hasMessage("the first shape of a hand must be of a single note");
        assertThatThrownBy(() -> new HandShapes(List.of(List.of(), List.of(3)), List.of(List.of())))
                .hasMessage("the right hand reaches down");
    }
}
