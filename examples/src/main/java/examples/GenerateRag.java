package examples;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.audio.WavFormat;
import diabolo.audio.WavWriter;
import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generates ragtime and writes it as MIDI and as sound. The same seed gives the same bytes. */
public final class GenerateRag {

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/music"));
        Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());

        try (LatentSpace space = LatentSpace.load(Path.of("../models/ragtime-deephear"))) {
            GeneratedPiece piece = space.generate(SamplingSettings.DEFAULT.withSeed(7), 0);
            System.out.println(piece.music());
            System.out.println(piece.provenance().originality());
            MidiWriter.write(piece.music(), folder.resolve("rag.mid"));
            WavWriter.write(synthesizer.render(piece.music()), WavFormat.STEREO, folder.resolve("rag.wav"));
        }
    }
}
