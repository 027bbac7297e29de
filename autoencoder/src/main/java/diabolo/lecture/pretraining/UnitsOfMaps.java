package diabolo.lecture.pretraining;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;

import diabolo.image.LabelledImages;
import diabolo.model.ConvolutionalAutoencoder;
import diabolo.model.ConvolutionalSpec;
import diabolo.picture.FilmPicture;
import diabolo.report.page.Report;
import diabolo.visualization.Deconvolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Maps of a convolutional encoder: what their strongest activations came from, back through the filters. */
record UnitsOfMaps(ConvolutionalAutoencoder network, LabelledImages test) {

    private static final int MAPS = 3;
    private static final int STRONGEST = 9;

    /** Of the strongest pixel of a pattern; what is weaker is not counted. */
    private static final double COUNTED = 0.1;

    void write(Report report) {
        report.section("Maps of a convolutional network, back through its filters");
        report.text(
                "A convolutional autoencoder (%s) reads the same digits. For a map of each layer the nine digits with its strongest activations are shown, and above each what in the digit that activation came from: it alone is kept, and goes back through the same filters (Zeiler and Fergus 2014). This network has no pooling, whose switches they kept; the place of the maximum is the switch, as in the winner-take-all bottleneck."
                        .formatted(network.spec().shape()));
        Deconvolution deconvolution = new Deconvolution(network);
        List<List<String>> table = Report.tableOf("layer | pixels that a unit responds to | of");
        List<ConvolutionalSpec.Maps> maps = network.spec().encoderMaps();
        for (int layer = 0; layer < network.spec().encoder().size(); layer++) {
            double pixels = pictures(report, deconvolution, layer);
            report.metric("map%d.extent".formatted(layer + 1), pixels);
            table.add(List.of(
                    "%d, maps of %d by %d"
                            .formatted(
                                    layer + 1,
                                    maps.get(layer + 1).rows(),
                                    maps.get(layer + 1).columns()),
                    ONE_DECIMAL.of(pixels),
                    String.valueOf(network.spec().frameSize())));
        }
        report.table(table);
    }

    /** Gives the mean extent of the patterns. */
    private double pictures(Report report, Deconvolution deconvolution, int layer) {
        float[][] greatest = deconvolution.greatest(layer, test.pixels());
        List<FilmPicture.Strip> strips = new ArrayList<>();
        double extent = 0;
        int counted = 0;
        for (int map : liveliest(greatest)) {
            List<FilmPicture.Frame> patterns = new ArrayList<>();
            List<FilmPicture.Frame> images = new ArrayList<>();
            for (Deconvolution.Response response : deconvolution.strongest(layer, map, test.pixels(), STRONGEST)) {
                float[] pattern = response.pattern().clone();
                extent += extent(pattern);
                counted++;
                Features.scale(pattern);
                patterns.add(new FilmPicture.Frame(ONE_DECIMAL.of(response.activation()), pattern));
                images.add(new FilmPicture.Frame("", test.pixels()[response.example()]));
            }
            strips.add(new FilmPicture.Strip("map " + (map + 1), patterns));
            strips.add(new FilmPicture.Strip("", images));
        }
        report.pictures(new FilmPicture(
                "Layer %d: what three maps respond to".formatted(layer + 1),
                test.images().columns(),
                strips));
        return extent / counted;
    }

    /** The maps with the greatest activations: some may be dead. */
    private static int[] liveliest(float[][] greatest) {
        return IntStream.range(0, greatest[0].length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer map) -> -mean(greatest, map)))
                .limit(MAPS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double mean(float[][] rows, int column) {
        double total = 0;
        for (float[] row : rows) {
            total += row[column];
        }
        return total / rows.length;
    }

    private static int extent(float[] pattern) {
        float most = 0;
        for (float pixel : pattern) {
            most = Math.max(most, Math.abs(pixel));
        }
        int extent = 0;
        for (float pixel : pattern) {
            extent += Math.abs(pixel) > COUNTED * most ? 1 : 0;
        }
        return extent;
    }
}
