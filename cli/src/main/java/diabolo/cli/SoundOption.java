package diabolo.cli;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What plays: shared by all verbs that make sound. */
final class SoundOption {

    @Option(
            names = "--soundfont",
            paramLabel = "SF2",
            description = "The SoundFont to play with; else one found on the system, else the JDK's own simple sounds.")
    private @Nullable Path soundFont;

    Synthesizer synthesizer() {
        return Synthesizer.playing(soundFont == null ? SoundFont.find() : SoundFont.of(soundFont));
    }
}
