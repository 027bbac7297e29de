package examples;

import diabolo.abc.AbcReader;
import diabolo.latent.GeneratedPiece;
import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.midi.MidiWriter;
import diabolo.note.NoteSequence;
import diabolo.latent.NamedRecipe;
import diabolo.operation.Source;
import diabolo.operation.Vary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reconstructs a melody, changes it into another, and varies it, with an included model. */
public final class ChangeMelody {

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/music"));
        NoteSequence joy = AbcReader.read(Path.of("../docs/pictures/ode-to-joy.abc"));
        NoteSequence scale = AbcReader.read(Path.of("../docs/pictures/scale.abc"));

        try (LatentSpace space = LatentSpace.load(Path.of("../models/melody-2bar"))) {
            NoteSequence reconstructed = space.reconstruct(joy);
            System.out.println(reconstructed);
            MidiWriter.write(reconstructed, folder.resolve("reconstructed.mid"));

            NoteSequence bridge = space.interpolate(joy, scale, 6, Interpolation.SPHERICAL);
            System.out.println(bridge);
            MidiWriter.write(bridge, folder.resolve("bridge.mid"));

            for (NamedRecipe variation : new Vary(Source.of(joy), 2, 3).on(space).pieces()) {
                GeneratedPiece piece = space.render(variation.recipe());
                System.out.println(piece.music());
                MidiWriter.write(piece.music(), folder.resolve(variation.name() + ".mid"));
            }
        }
    }
}
