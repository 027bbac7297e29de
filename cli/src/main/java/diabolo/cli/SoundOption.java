package diabolo.cli;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What plays: shared by all verbs that make sound. */
final class SoundOption {

    @Option(
            names = "--soundfont",
            paramLabel = "SF2",
            description = "The SoundFont to play with; default: one found on the system, else the JDK's sounds.")
    private Optional<Path> soundFont = Optional.empty();

    Synthesizer synthesizer() {
        return Synthesizer.playing(soundFont.map(SoundFont::of).orElseGet(SoundFont::find));
    }
}
