package diabolo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.attribute.Attribute;
import diabolo.attribute.AttributeFolder;
import diabolo.attribute.AttributeVector;
import diabolo.descriptor.Descriptor;
import diabolo.latent.LatentSpace;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attributes of the shipped model on a tune: what is asked for is got. */
final class MoveAlongTest {

    private static final Path MODEL = Path.of("..", "models", "melody-2bar");

    /** Two bars in D major. */
    private static final Source.Music TUNE = Source.of(new NoteSequence(
            "ode",
            List.of(new Part("", Instrument.PIANO, notes(66, 66, 67, 69, 69, 67, 66, 64))),
            List.of(),
            List.of(),
            List.of(new At<>(Beat.ZERO, Key.parse("D major")))));

    private static List<Note> notes(int... pitches) {
        return IntStream.range(0, pitches.length)
                .mapToObj(i -> new Note(Pitch.of(pitches[i]), Velocity.DEFAULT, Beat.of(i), Beat.of(1)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"note-density, 1", "note-density, 2", "note-density, -1", "average-interval, 1"})
    void aTuneMovesByAboutWhatIsAskedForAndStaysInItsKey(String name, double strength) throws IOException {
        try (LatentSpace space = LatentSpace.load(MODEL)) {
            AttributeVector vector = new AttributeFolder(MODEL).find(name);

            Outcome outcome = new MoveAlong(TUNE, Attribute.of(vector), strength).on(space);

            Remark.AttributeMoved moved = outcome.remarks().stream()
                    .filter(Remark.AttributeMoved.class::isInstance)
                    .map(Remark.AttributeMoved.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(moved.asked()).isEqualTo(strength * vector.deviation());
            assertThat(moved.got() / moved.asked()).isBetween(0.5, 1.5);
            NoteSequence music =
                    space.render(outcome.pieces().getFirst().recipe()).music();
            assertThat(music.allNotes().map(Note::pitch)).isNotEmpty().allMatch(Key.parse("D major")::contains);
            Map<Descriptor, Double> measured = space.describe(space.frames(music));
            Map<Descriptor, Double> before = space.describe(space.frames(space.reconstruct(TUNE.piece())));
            assertThat(measured.getOrDefault(moved.attribute(), 0.0) - before.getOrDefault(moved.attribute(), 0.0))
                    .isEqualTo(moved.got(), within(1e-9));
        }
    }
}
