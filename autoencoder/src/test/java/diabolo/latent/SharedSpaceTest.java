package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.midi.MidiWriter;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One space, used by several threads, gives the music that it gives to one; closing it is its owner's business. */
final class SharedSpaceTest extends OnSmallModels {

    private static final int THREADS = 4;
    private static final int PIECES = 24;

    /** Everything that a space does with a piece of that number, as bytes. */
    private static List<byte[]> music(LatentSpace space, NoteSequence one, NoteSequence other, int number) {
        return List.of(
                bytes(space.generate(SamplingSettings.of(space.description().spec()), number)
                        .music()),
                bytes(space.reconstruct(number % 2 == 0 ? one : other)),
                bytes(space.interpolate(one, other, 2 + number % 3, Interpolation.SPHERICAL)));
    }

    private static byte[] bytes(NoteSequence music) {
        return MidiWriter.bytes(music);
    }

    private static void assertSharedAsAlone(LatentSpace space, NoteSequence one, NoteSequence other)
            throws InterruptedException, ExecutionException {
        List<List<byte[]>> alone = new ArrayList<>();
        List<Callable<List<byte[]>>> tasks = new ArrayList<>();
        for (int i = 0; i < PIECES; i++) {
            int number = i;
            alone.add(music(space, one, other, number));
            tasks.add(() -> music(space, one, other, number));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<byte[]>>> shared = pool.invokeAll(tasks);
            for (int i = 0; i < PIECES; i++) {
                assertThat(shared.get(i).get().toArray(byte[][]::new))
                        .isDeepEqualTo(alone.get(i).toArray(byte[][]::new));
            }
        }
    }

    @Test
    void aDenseModelGivesSeveralThreadsTheMusicThatItGivesOne() throws InterruptedException, ExecutionException {
        assertSharedAsAlone(
                dense,
                SmallModel.ROLL.decode(SmallModel.bar(0)).toNoteSequence(),
                SmallModel.ROLL.decode(SmallModel.bar(3)).toNoteSequence());
    }

    @Test
    void soDoesARecurrentOne() throws InterruptedException, ExecutionException {
        assertSharedAsAlone(
                recurrent, recurrent.decode(new float[][] {new float[SmallMelodyModel.CODE_SIZE]}), melody());
    }

    private NoteSequence melody() {
        return recurrent
                .representation()
                .join(List.of(SmallMelodyModel.bars().getFirst()))
                .toNoteSequence();
    }

    @Test
    void whatWasMadeOutlivesTheSpaceAndOtherThreadsSeeThatItIsClosed(@TempDir Path folder)
            throws IOException, InterruptedException {
        LatentSpace space = LatentSpace.load(SmallModel.trainedIn(folder));
        GeneratedPiece piece = space.generate(SamplingSettings.DEFAULT, 0);
        LatentSpace again = LatentSpace.of(space.model());
        space.close();

        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<GeneratedPiece> late = pool.submit(() -> space.generate(SamplingSettings.DEFAULT, 0));
            assertThatThrownBy(late::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("the model held-tones-1bar was closed; load it again");
        }
        assertThat(bytes(again.generate(SamplingSettings.DEFAULT, 0).music())).isEqualTo(bytes(piece.music()));
        again.close();
    }
}
