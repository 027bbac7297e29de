package diabolo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.attribute.Attribute;
import diabolo.attribute.AttributeVector;
import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.latent.OnSmallModels;
import diabolo.latent.SmallMelodyModel;
import diabolo.latent.SmallModel;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.representation.Frames;
import diabolo.search.ConstrainedSearch;
import diabolo.search.Continuation;
import diabolo.search.Harmonizer;
import diabolo.tensor.RandomSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Music derived from music: its header, and how it relates to its source. */
class OperationsOnMusicTest extends OnSmallModels {

    @Test
    void derivedMusicHasTheHeaderOfItsSource() {
        Source.Music inD = headed(bars(1), 72, "2/4", "D major");
        Source.Music alsoInD = headed(bars(2), 100, "4/4", "D major");
        Source.Music inF = headed(bars(3), 100, "4/4", "F major");

        for (NoteSequence made : List.of(
                dense.reconstruct(inD.piece()),
                dense.interpolate(inD.piece(), alsoInD.piece(), 3, Interpolation.LINEAR),
                made(dense, new Reconstruct(inD)),
                made(dense, new Vary(inD, 1, 1)),
                made(dense, new Walk(inD, 1, 3)),
                made(dense, new Interpolate(inD, alsoInD, 3, Interpolation.LINEAR)),
                made(dense, new Translate(inD, inF, inF, 1)),
                made(dense, new MoveAlong(inD, attribute("note-density"), 1)))) {
            assertThat(header(made)).isEqualTo("72.0 [2/4] [D major]");
        }
        for (NoteSequence made : List.of(
                made(dense, new Average(List.of(inD, inF))),
                made(dense, new PathThrough(List.of(inD, inF, inD), 2, Interpolation.LINEAR)),
                made(dense, new Translate(inD, inD, inF, 1)),
                made(dense, new MoveAlong(inD, attribute("c-diatonic"), 1)))) {
            assertThat(header(made)).isEqualTo("72.0 [2/4] []");
        }
        assertThat(header(dense.decode(dense.encode(inD.piece())))).isEqualTo("90.0 [] []");
    }

    private static Source.Music headed(NoteSequence piece, double beatsPerMinute, String meter, String key) {
        return Source.of(new NoteSequence(
                piece.title(),
                piece.parts(),
                List.of(new At<>(Beat.ZERO, new Tempo(beatsPerMinute))),
                List.of(new At<>(Beat.ZERO, Meter.parse(meter))),
                List.of(new At<>(Beat.ZERO, Key.parse(key)))));
    }

    private static String header(NoteSequence piece) {
        return "%s %s %s"
                .formatted(
                        piece.tempoAt(Beat.ZERO).beatsPerMinute(),
                        piece.meters().stream().map(At::value).toList(),
                        piece.keys().stream().map(key -> key.value().name()).toList());
    }

    private Attribute attribute(String name) {
        float[] direction = new float[dense.trainingExamples().codes()[0].length];
        return Attribute.of(
                new AttributeVector(name, dense.description().name(), dense.hash(), direction, "nothing", 1, 1, 0));
    }

    @Test
    void searchesKeepTheGivenMusic() {
        Source.Music tune = headed(SmallMelodyModel.tune(2, 1), 72, "4/4", "D major");
        Constrain corrected = new Constrain(
                Constrain.Constraints.NONE.withNotes(tune), 1, new ConstrainedSearch.Settings(16, 1, 5).corrected());

        for (LatentSpace space : List.of(dense, recurrent)) {
            NoteSequence longer = made(space, new Continue(tune, 1, new Continuation.Settings(1, 16, 1)));

            assertThat(longer.length()).isGreaterThan(tune.piece().length());
            assertThat(longer.keys().getFirst().value()).isEqualTo(Key.parse("D"));
            assertThat(made(space, corrected).allNotes().map(Note::pitch))
                    .containsAll(tune.piece().allNotes().map(Note::pitch).toList());
        }
        Harmonize harmonize = new Harmonize(tune, new Harmonizer.Settings(5, 1));
        assertThat(made(dense, harmonize).parts().getFirst().notes())
                .isEqualTo(tune.piece().parts().getFirst().notes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harmonize.on(recurrent))
                .withMessageContaining("needs a model of piano rolls");
    }

    @Test
    void pathsBeginWithThePieceAndHaveAWindowForEveryPoint() {
        List<Note> first = notes(recurrent.reconstruct(SmallMelodyModel.tune(2)));
        Source a = Source.of(SmallMelodyModel.tune(2));
        Source b = Source.of(SmallMelodyModel.tune(4));
        Source c = Source.of(SmallMelodyModel.tune(1));

        NoteSequence walk = made(recurrent, new Walk(a, 0.5, 3));
        NoteSequence path = made(recurrent, new PathThrough(List.of(a, b, c), 2, Interpolation.LINEAR));

        for (NoteSequence way : List.of(walk, path)) {
            List<Note> beginning = notes(way).stream()
                    .filter(note -> note.start().compareTo(Beat.of(4)) < 0)
                    .toList();
            assertThat(beginning).isEqualTo(first);
        }
        assertThat(walk.length()).isGreaterThan(Beat.of(8));
        Outcome grid = new Grid(List.of(a, b, c, a), 2, Interpolation.LINEAR).on(recurrent);
        assertThat(notes(recurrent.render(grid.pieces().getFirst().recipe()).music()))
                .isEqualTo(first);
        assertThat(recurrent.render(grid.pieces().getLast().recipe()).music().length())
                .isGreaterThan(Beat.of(12)); // all four in a row
    }

    @Test
    void aBlendHasThePiecesAtItsEndsAndStepsOfBothBetween() {
        NoteSequence few = SmallMelodyModel.tune(0, 0);
        NoteSequence many = SmallMelodyModel.tune(5, 5);

        assertThat(mixed(few, many, 0)).isEqualTo(recurrent.frames(few));
        assertThat(mixed(few, many, 1)).isEqualTo(recurrent.frames(many));
        List<Frames> half = mixed(few, many, 0.5);
        for (int window = 0; window < 2; window++) {
            Frames mixture = half.get(window);
            int fromFew = 16
                    - recurrent
                            .representation()
                            .differingSteps(mixture, recurrent.frames(few).get(window));
            int differing = recurrent
                    .representation()
                    .differingSteps(
                            recurrent.frames(few).get(window),
                            recurrent.frames(many).get(window));
            int fromMany = 16
                    - recurrent
                            .representation()
                            .differingSteps(mixture, recurrent.frames(many).get(window));
            assertThat(fromFew + fromMany).isEqualTo(16 + (16 - differing)); // those in both count twice
        }
        assertThat(half).isNotEqualTo(recurrent.frames(few)).isNotEqualTo(recurrent.frames(many));
    }

    private List<Frames> mixed(NoteSequence from, NoteSequence to, double share) {
        return DataSpaceBlend.of(
                recurrent.representation(), recurrent.frames(from), recurrent.frames(to), share, RandomSource.of(3));
    }

    private static NoteSequence bars(int number) {
        return SmallModel.ROLL.decode(SmallModel.bar(number)).toNoteSequence();
    }

    private static NoteSequence made(LatentSpace space, Operation operation) {
        return space.render(operation.on(space).pieces().getLast().recipe()).music();
    }

    private static List<Note> notes(NoteSequence piece) {
        return piece.allNotes().sorted(Note.IN_TIME).toList();
    }
}
