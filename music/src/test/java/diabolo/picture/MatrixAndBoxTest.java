package diabolo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.picture.BoxPicture.Shape;
import diabolo.picture.FilmPicture.Frame;
import diabolo.picture.FilmPicture.Strip;
import diabolo.picture.HeatMapPicture.Names;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class MatrixAndBoxTest {

    private static final Names ROWS = Names.of("true", List.of("a", "b"));
    private static final Names COLUMNS = Names.of("predicted", List.of("x", "y"));

    @Test
    void aMatrixShowsItsNamesAndItsNumbers() throws Exception {
        HeatMapPicture picture =
                HeatMapPicture.of("Confusion", ROWS, COLUMNS, new double[][] {{97, 3}, {Double.NaN, 5}});

        Svg svg = Svg.of(picture);

        assertThat(svg.texts()).contains("Confusion", "true", "predicted", "a", "b", "x", "y", "97", "3", "5");
        assertThat(svg.inGroup("cells", "rect"))
                .as("no cell for what is no number")
                .hasSize(3);
    }

    @Test
    void zeroIsTheMiddleOfADivergingScale() throws Exception {
        double[][] values = {{-1, -0.01}, {0.5, 2}};

        Svg svg =
                Svg.of(HeatMapPicture.of("", ROWS, COLUMNS, values).diverging().withDecimals(1));

        List<Element> cells = svg.inGroup("cells", "rect");
        assertThat(cells.get(1).getAttribute("fill"))
                .isEqualTo(ColourScale.DIVERGING.of(0.4975).hex());
        assertThat(cells.get(3).getAttribute("fill"))
                .isEqualTo(ColourScale.DIVERGING.of(1).hex());
        assertThat(cells.get(0).getAttribute("fill"))
                .isEqualTo(ColourScale.DIVERGING.of(0.25).hex());
        assertThat(svg.texts()).contains("-1.0", "0.0", "0.5", "2.0").doesNotContain("-0.0");
    }

    @Test
    void aMatrixNeedsAValueForEveryCell() {
        assertThatThrownBy(() -> HeatMapPicture.of("", ROWS, COLUMNS, new double[][] {{1, 2}}))
                .hasMessage("a matrix of 2 rows and 2 columns needs a value for each");
    }

    /** Quartiles as numpy.percentile gives them; whiskers reach to the farthest value within 1.5 heights of the box. */
    @Test
    void aBoxReachesFromQuartileToQuartile() {
        Quantiles box = Quantiles.of(List.of(1.0, 2.0, 4.0, 7.0, 11.0, 100.0));

        assertThat(box.lowerQuartile()).isCloseTo(2.5, within(1e-12));
        assertThat(box.median()).isCloseTo(5.5, within(1e-12));
        assertThat(box.upperQuartile()).isCloseTo(10.0, within(1e-12));
        assertThat(box.low()).isEqualTo(1);
        assertThat(box.high()).isEqualTo(11);
    }

    @Test
    void ofFewValuesEachIsAPointAndOfManyOnlyTheOutliers() throws Exception {
        List<Double> few = List.of(1.0, 2.0, 3.0, 2.5, Double.NaN);
        List<Double> many = DoubleStream.concat(
                        DoubleStream.iterate(0, i -> i + 0.01).limit(100), DoubleStream.of(9))
                .boxed()
                .toList();

        assertThat(points(few)).isEqualTo(4);
        assertThat(points(many)).isEqualTo(1);
    }

    private static long points(List<Double> values) throws Exception {
        BoxPicture picture = new BoxPicture(
                "Errors", "layers", "error (%)", Shape.BOX, List.of(new BoxPicture.Group("one", values)));
        return Svg.of(picture).inGroup("box", "path").stream()
                .mapToLong(path -> path.getAttribute("d")
                        .chars()
                        .filter(letter -> letter == 'M')
                        .count())
                .sum();
    }

    @Test
    void namesThatAreTooWideForARowStandInTwo() throws Exception {
        List<String> names = List.of(
                "nothing",
                "pre-training",
                "dropout",
                "batch normalization",
                "residual connections",
                "the last three together",
                "all four");
        BoxPicture wide = boxes(names);
        BoxPicture narrow = boxes(List.of("a", "b", "c"));

        Svg svg = Svg.of(wide);

        assertThat(String.join(" ", svg.texts())).contains(names);
        assertThat(wide.height()).isGreaterThan(narrow.height());
        assertThat(svg.texts()).contains("layers");
    }

    private static BoxPicture boxes(List<String> names) {
        List<BoxPicture.Group> groups = names.stream()
                .map(name -> new BoxPicture.Group(name, List.of(1.0, 2.0, 3.0)))
                .toList();
        return new BoxPicture("Errors", "layers", "error (%)", Shape.BOX, groups);
    }

    @Test
    void aViolinHasTwoEqualSides() throws Exception {
        List<Double> values =
                DoubleStream.iterate(0, i -> i + 1).limit(50).boxed().toList();
        BoxPicture picture = new BoxPicture("", "", "", Shape.VIOLIN, List.of(new BoxPicture.Group("one", values)));

        Element outline = Svg.of(picture).inGroup("box", "polygon").getFirst();

        double[] x = java.util.Arrays.stream(outline.getAttribute("points").split(" "))
                .mapToDouble(point -> Double.parseDouble(point.substring(0, point.indexOf(','))))
                .toArray();
        double centre = PlotFrame.left() + PlotFrame.width() / 2;
        for (int i = 0; i < x.length; i++) {
            assertThat(x[i] - centre).isCloseTo(centre - x[x.length - 1 - i], within(0.02));
        }
    }

    @Test
    void everyImageOfAFilmStandsAboveItsCaption() throws Exception {
        float[] black = {1, 1, 1, 1};
        float[] white = {0, 0, 0, 0};
        FilmPicture film = new FilmPicture(
                "Film",
                2,
                List.of(
                        new Strip("start 1", List.of(new Frame("pass 0", black), new Frame("pass 1", white))),
                        new Strip("start 2", Collections.nCopies(30, new Frame("pass 0", white)))));

        Svg svg = Svg.of(film);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(film.toPng()));

        assertThat(svg.document().getElementsByTagName("image").getLength()).isEqualTo(32);
        assertThat(svg.texts()).contains("Film", "start 1", "start 2", "pass 0", "pass 1");
        assertThat(film.width()).as("a long strip is broken").isLessThan(900);
        assertThat(image.getRGB(20, 70) & 0xFF).isZero();
        assertThat(image.getRGB(90, 70) & 0xFF).isEqualTo(255);
    }

    @Test
    void imagesOfUnequalSizeMakeNoFilm() {
        assertThatThrownBy(() -> new FilmPicture(
                        "",
                        2,
                        List.of(new Strip("", List.of(new Frame("", new float[4]), new Frame("", new float[6]))))))
                .hasMessageContaining("one had 4 pixels and one 6");
    }

    @Test
    void aBandLiesBetweenItsCurves() throws Exception {
        Curve mean = Curve.of("mean", List.of(2.0, 2.0))
                .between(Curve.of("", List.of(1.0, 1.0)), Curve.of("", List.of(3.0, 3.0)));

        Svg svg = Svg.of(new CurvePicture("", "", "", Axis.LINEAR, List.of(mean)));

        List<Double> corners = heights(svg.inGroup("bands", "polygon").getFirst());
        double line = heights(svg.inGroup("curves", "polyline").getFirst()).getFirst();
        assertThat(corners).hasSize(4);
        assertThat(corners.getFirst()).isGreaterThan(line + 50);
        assertThat(corners.getLast()).isLessThan(line - 50);
    }

    /** The second coordinates of the points of an element. */
    private static List<Double> heights(Element element) {
        return Stream.of(element.getAttribute("points").split(" "))
                .map(point -> Double.parseDouble(point.substring(point.indexOf(',') + 1)))
                .toList();
    }
}
