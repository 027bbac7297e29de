package diabolo.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedSynthesizerTest {

    private static byte[] sound(Synthesizer synthesizer, int pitch) throws IOException {
        return WavWriter.toBytes(synthesizer.render(Pieces.oneNote(pitch, 1)), WavFormat.STEREO);
    }

    @Test
    void severalThreadsGetTheSoundThatOneGets() throws IOException, InterruptedException, ExecutionException {
        Synthesizer alone = Synthesizer.playing(new SoundFont.Emergency());
        Synthesizer shared =
                Synthesizer.playing(new SoundFont.Emergency()); // its bank is read by the first of the threads
        List<Callable<byte[]>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int pitch = 60 + i;
            tasks.add(() -> sound(shared, pitch));
        }

        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> sounds = pool.invokeAll(tasks);
            for (int i = 0; i < sounds.size(); i++) {
                assertThat(sounds.get(i).get()).isEqualTo(sound(alone, 60 + i));
            }
        }
    }
}
