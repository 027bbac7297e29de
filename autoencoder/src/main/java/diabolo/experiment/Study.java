package diabolo.experiment;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusSpec;
import diabolo.report.Effort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What an experiment is given whose settings stand in its code, and which reads its data and trains its networks in its chapters.
 *
 * <pre>{@code
 * LabelledDigits digits = LabelledDigits.find(study.data());
 * }</pre>
 *
 * @param folder of the run, for checkpoints and what is written beside the report
 * @param seed of all chance
 */
public record Study(DataFolder data, RunFolder folder, Effort effort, long seed, ExperimentProgress progress) {

    /**
     * Reads the music of a training, and says which files of it were refused.
     *
     * @throws IOException if it is not there, or nothing in it can be used
     */
    public TrainingData music(ExperimentSpec spec) throws IOException {
        TrainingData music = (TrainingData) ExperimentData.open(data.corpora(spec.corpora()), spec);
        RefusedMusic.of(music).keep(folder, progress);
        return music;
    }

    /** Reads files of music, and says which of them were refused. */
    public Corpus music(CorpusSpec spec, List<Path> files) throws IOException {
        Corpus corpus = new CorpusBuilder(spec).build(files);
        RefusedMusic.of(corpus.refusals()).keep(folder, progress);
        return corpus;
    }
}
