package diabolo.report;

import diabolo.corpus.Window;
import diabolo.evaluation.drums.DrumFigures;
import diabolo.evaluation.drums.DrumPattern;
import diabolo.evaluation.tune.Tune;
import diabolo.evaluation.tune.TuneFigures;
import diabolo.latent.Prior;
import diabolo.model.Sampler;
import diabolo.report.page.Measure;
import diabolo.report.page.Report;
import diabolo.representation.Drums;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Samples of every network measured as music, beside windows of held-out pieces and one half of these beside the other: melodies, or
 * drums where a network writes nothing else. Nothing where fewer than two pieces are held out, or windows are too short for eight notes.
 */
public final class SamplesAsMusic implements Chapter {

    private static final double TEMPERATURE = 0.5; // of MusicVAE's own command

    @Override
    public void write(Findings findings, Report report) {
        Music music = findings.music();
        if (music.heldOut().stream().map(Window::piece).distinct().count() < 2) {
            return;
        }
        if (music.representation() instanceof Drums) {
            compare(findings, report, frames -> drums(music, frames), MusicMeasures.DRUMS);
        } else {
            compare(findings, report, frames -> melodies(music, frames), MusicMeasures.MELODIES);
        }
    }

    private static TuneFigures melodies(Music music, List<Frames> windows) {
        return TuneFigures.of(windows.stream()
                .map(window -> Tune.of(music.representation().decode(window)))
                .toList());
    }

    private static DrumFigures drums(Music music, List<Frames> windows) {
        return DrumFigures.of(windows.stream()
                .map(window -> DrumPattern.of(music.representation().decode(window)))
                .toList());
    }

    private static <F> void compare(
            Findings findings, Report report, Function<List<Frames>, F> figuresOf, List<Measure<F>> measures) {
        int samples = findings.effort().choose(1_000, 200);
        Map<String, List<Frames>> sets = new LinkedHashMap<>();
        List<String> header = new ArrayList<>(List.of("figure"));
        for (TrainedVariant variant : findings.variants()) {
            findings.progress("Measuring samples as music: " + variant.words());
            sets.put(variant.prefix() + "samples.", sampled(findings, variant, samples));
            header.add(variant.words());
        }
        List<Window> heldOut = findings.music().heldOut();
        sets.put("heldOut.", Music.frames(heldOut));
        header.addAll(List.of("held out", "halves of it"));
        List<String> pieces =
                heldOut.stream().map(Window::piece).distinct().sorted().toList();
        List<F> halves = IntStream.of(0, 1)
                .mapToObj(half -> figuresOf.apply(Music.frames(heldOut.stream()
                        .filter(window -> pieces.indexOf(window.piece()) % 2 == half)
                        .toList())))
                .toList();
        Map<String, F> figures = new LinkedHashMap<>();
        sets.forEach((name, windows) -> figures.put(name, figuresOf.apply(windows)));
        if (Double.isNaN(measures.getFirst().of(figuresOf.apply(Music.frames(heldOut))))) {
            return; // windows are too short
        }
        List<List<String>> table = new ArrayList<>(List.of(header));
        for (Measure<F> measure : measures) {
            List<String> row = new ArrayList<>(List.of(measure.words()));
            figures.forEach((name, ofSet) -> {
                double value = measure.of(ofSet);
                if (!Double.isNaN(value)) {
                    report.metric(name + measure.name(), value);
                }
                row.add(inWords(measure, ofSet));
            });
            row.add(inWords(measure, halves.getFirst()) + "; " + inWords(measure, halves.getLast()));
            table.add(row);
        }
        report.section("Samples as music");
        report.text(
                "%,d samples of N(0, I) of each network, tokens at temperature 0.5, beside %,d windows of pieces that it has not learned, and the halves of these pieces: as far apart as real music is from itself. Melodies of fewer than eight notes are not counted."
                        .formatted(samples, heldOut.size()));
        report.table(table);
    }

    private static <F> String inWords(Measure<F> measure, F figures) {
        return Double.isNaN(measure.of(figures)) ? "–" : measure.inWords(figures);
    }

    private static List<Frames> sampled(Findings findings, TrainedVariant variant, int samples) {
        RandomSource random = findings.random("samples as music");
        float[][] codes = Prior.Normal.codes(samples, variant.recurrent().spec().codeSize(), random.derive("codes"));
        return List.copyOf(
                variant.recurrent().generate(codes, new Sampler.Temperature(TEMPERATURE, random.derive("tokens"))));
    }
}
