package diabolo.note;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.grid.RhythmGrid;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PieceLineTest {

    private static Part part(int notes) {
        return new Part(
                "melody",
                Instrument.PIANO,
                IntStream.range(0, notes)
                        .mapToObj(i -> new Note(Pitch.of(60), Velocity.of(90), Beat.of(i), Beat.of(1, 2)))
                        .toList());
    }

    @Test
    void aPieceIsALineHoweverManyNotesItHas() {
        NoteSequence piece = new NoteSequence(
                "Ode to Joy",
                List.of(part(400), part(1)),
                List.of(),
                List.of(new At<>(Beat.ZERO, new Meter(3, 4))),
                List.of(new At<>(Beat.ZERO, Key.parse("G major"))));

        assertThat(piece).hasToString("\"Ode to Joy\", 3/4, G major, 2 parts, 401 notes, 799/2 beats");
        assertThat(RhythmGrid.SIXTEENTHS.quantize(piece))
                .hasToString("\"Ode to Joy\", 3/4, G major, 2 parts, 401 notes, 1598 steps, 4 a beat");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(new NoteSequence("", List.of(), List.of(), List.of(), List.of()))
                .hasToString("untitled, 4/4, 0 parts, 0 notes, 0 beats");
    }

    @Test
    void aHostileTitleAndManyMetersStayOnAShortLine() {
        List<At<Meter>> meters = Stream.of(2, 3, 2, 4, 5, 6)
                .map(beats -> new At<>(Beat.of(8L * beats), new Meter(beats, 4)))
                .toList();

        String line = new NoteSequence("a\nb" + "c".repeat(1000), List.of(), List.of(), meters, List.of()).toString();

        assertThat(line)
                .startsWith("\"a?bccc")
                .contains("...\", 2/4 and 3/4 and 4/4 and others, ")
                .hasSizeLessThan(120);
    }
}
