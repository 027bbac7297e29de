package diabolo.experiment;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusFile;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens a corpus wherever it comes from: built before into a file, or a folder of music, cut as an experiment wants it. */
public final class MusicCorpora {

    /** Of the benchmark's files, the one in sixteenths: a folder that holds it is read as chorales. */
    private static final String CHORALES = "jsb-chorales-16th.json";

    private MusicCorpora() {}

    /**
     * The corpus at a path.
     *
     * @throws IOException if nothing in it can be used, or a corpus file was built for other windows than the experiment's
     */
    public static Corpus open(Path path, ExperimentSpec spec) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException(
                    "%s does not exist; name a corpus file, or music: a file or a folder.".formatted(path));
        }
        CorpusBuilder builder = new CorpusBuilder(spec.corpusSpec());
        Path chorales = path.resolve(CHORALES);
        if (Files.isRegularFile(chorales)) {
            return builder.build(chorales, ChoraleFile.read(chorales));
        }
        if (Files.isDirectory(path) || !CorpusFile.isOne(path)) {
            return builder.build(List.of(path));
        }
        Corpus corpus = CorpusFile.load(path);
        if (!corpus.spec().representation().equals(spec.pianoRoll())) {
            throw new IOException(
                    "%s holds %s, but %s learns from %s; name the folder of the music itself, which is then cut for this experiment."
                            .formatted(
                                    path,
                                    inWords(corpus.spec().representation()),
                                    spec.name(),
                                    inWords(spec.pianoRoll())));
        }
        return corpus;
    }

    private static String inWords(Representation representation) {
        if (!(representation instanceof PianoRoll roll)) {
            return "windows as " + representation.name();
        }
        return "windows of %d steps, %d to a beat, and %d pitches from %d up"
                .formatted(roll.steps(), roll.grid().stepsPerBeat(), roll.pitches(), roll.lowestPitch());
    }
}
