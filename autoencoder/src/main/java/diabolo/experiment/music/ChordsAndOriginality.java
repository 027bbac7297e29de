package diabolo.experiment.music;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.OtherMeters;
import diabolo.corpus.Window;
import diabolo.evaluation.chords.ChordTones;
import diabolo.harmony.MelodyPart;
import diabolo.model.FrameFormat;
import diabolo.model.ModelFolder;
import diabolo.model.NgramIndex;
import diabolo.note.NoteSequence;
import diabolo.note.Percent;
import diabolo.report.page.Report;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is measured where there is something to measure: chord symbols above melodies, and a model's n-grams of its training music. */
public final class ChordsAndOriginality {

    private ChordsAndOriginality() {}

    /** Adds how many notes are chord tones, where made melodies have chord symbols. */
    public static void addChords(Report report, MusicPieces made, List<Path> real) throws IOException {
        ChordTones ofMade = ChordTones.of(melodies(made));
        if (ofMade.pieces() == 0) {
            return;
        }
        ChordTones ofReal = ChordTones.of(melodies(MusicPieces.read(real)));
        metrics(report, "made", ofMade);
        metrics(report, "real", ofReal);
        report.section("Notes and chords")
                .text("Of notes that begin on a beat, %s are tones of the chord symbol above them in %d made pieces%s."
                        .formatted(
                                percent(ofMade.onBeat()),
                                ofMade.pieces(),
                                ofReal.pieces() == 0
                                        ? "; real ones have no chord symbols"
                                        : ", %s in %d real ones".formatted(percent(ofReal.onBeat()), ofReal.pieces())));
    }

    private static void metrics(Report report, String words, ChordTones tones) {
        report.metric(words + ".leadSheets", tones.pieces());
        if (tones.pieces() > 0) {
            report.metric(words + ".chordTones", tones.all());
            if (!Double.isNaN(tones.onBeat())) {
                report.metric(words + ".chordTonesOnBeat", tones.onBeat());
            }
        }
    }

    private static List<NoteSequence> melodies(MusicPieces pieces) {
        return pieces.music().stream()
                .filter(piece -> !piece.chords().isEmpty())
                .map(MelodyPart::of)
                .toList();
    }

    /**
     * Adds which share of the n-grams of both sets stands in a model's training music.
     *
     * @throws IOException if the model keeps no n-grams, or nothing of a set fits it; the message is a sentence
     */
    public static void addOriginality(Report report, Path model, List<Path> made, List<Path> real) throws IOException {
        ModelFolder folder = ModelFolder.load(model);
        NgramIndex ngrams = folder.trainingExamples().ngrams();
        if (!(folder.description().format() instanceof FrameFormat.Music music)
                || !(music.representation() instanceof TokenRepresentation tokens)
                || ngrams.isEmpty()) {
            throw new IOException(
                    "%s keeps no n-grams of its training music, so what is known of it cannot be told; name another model, or its music with --learned."
                            .formatted(folder.description().name()));
        }
        double ofMade = knownShare(ngrams, tokens, made);
        double ofReal = knownShare(ngrams, tokens, real);
        report.setting("model", folder.description().name());
        report.section("Known from the model's training music");
        if (Double.isNaN(ofMade) || Double.isNaN(ofReal)) {
            report.text("Too few notes for a phrase of five.");
            return;
        }
        report.metric("made.model.knownShare", ofMade).metric("real.model.knownShare", ofReal);
        report.text(
                "Of phrases of five notes, %s of the made pieces and %s of the real ones stand in what %s has learned."
                        .formatted(
                                percent(ofMade),
                                percent(ofReal),
                                folder.description().name()));
    }

    private static double knownShare(NgramIndex ngrams, TokenRepresentation tokens, List<Path> paths)
            throws IOException {
        Corpus corpus = new CorpusBuilder(CorpusSpec.of(tokens).withOtherMeters(OtherMeters.GROUPED)).build(paths);
        List<Double> shares = new ArrayList<>();
        for (Window window : corpus.windows()) {
            if (window.frames() instanceof Tokens frames) {
                ngrams.find(tokens.lines(), frames).ifPresent(found -> shares.add(found.share()));
            }
        }
        return shares.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "none" : Percent.of(share);
    }
}
