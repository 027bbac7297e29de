package diabolo.experiment;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.CorpusSpec;
import diabolo.note.Plural;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens a corpus wherever it comes from: built before into a file, or a folder of music, cut as an experiment wants it. */
final class MusicCorpora {

    /** Of the benchmark's files, the one in sixteenths: a folder that holds it is read as chorales. */
    private static final String CHORALES = "jsb-chorales-16th.json";

    private MusicCorpora() {}

    /**
     * The corpus at some paths.
     *
     * @param paths files and folders of music, or one corpus file
     * @param name of the experiment or model that asks
     * @throws IOException if nothing in them can be used, or a corpus file was built for other windows than the experiment's
     */
    static Corpus open(List<Path> paths, String name, CorpusSpec spec) throws IOException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new IOException(
                        "%s does not exist; name a corpus file, or music: a file or a folder.".formatted(path));
            }
        }
        CorpusBuilder builder = new CorpusBuilder(spec);
        Path first = paths.getFirst();
        Path chorales = first.resolve(CHORALES);
        if (paths.size() == 1 && Files.isRegularFile(chorales)) {
            return builder.build(chorales, ChoraleFile.read(chorales));
        }
        if (paths.size() > 1 || Files.isDirectory(first) || !CorpusFile.isOne(first)) {
            return builder.build(paths);
        }
        Corpus corpus = CorpusFile.load(first);
        Representation held = corpus.spec().representation();
        if (!held.equals(spec.representation())) {
            throw new IOException(
                    "%s holds %s, but %s needs %s; name the folder of the music itself, which is then cut for this experiment."
                            .formatted(first, inWords(held), name, inWords(spec.representation())));
        }
        return corpus;
    }

    private static String inWords(Representation representation) {
        return switch (representation) {
            case PianoRoll roll ->
                "windows of %d steps, %d per beat, and %d pitches from %d up"
                        .formatted(roll.steps(), roll.grid().stepsPerBeat(), roll.pitches(), roll.lowestPitch());
            case TokenRepresentation tokens ->
                "windows of %s, %s of %s".formatted(tokens.name(), Plural.of(tokens.bars(), "bar"), tokens.meter());
        };
    }
}
