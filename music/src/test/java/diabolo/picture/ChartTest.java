package diabolo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.picture.BarPicture.Bar;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ChartTest {

    private static CurvePicture curves(Axis axis, Curve... curves) {
        return new CurvePicture("title", "epoch", "loss", axis, List.of(curves));
    }

    private static List<Point> pointsOf(Element polyline) {
        return Stream.of(polyline.getAttribute("points").split(" "))
                .map(pair -> pair.split(","))
                .map(pair -> new Point(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])))
                .toList();
    }

    /** How many dots are drawn in a group. */
    private static long dots(Svg svg, String group) {
        return svg.inGroup(group, "path").stream()
                .mapToLong(path -> path.getAttribute("d")
                        .chars()
                        .filter(letter -> letter == 'M')
                        .count())
                .sum();
    }

    @Test
    void equalDifferencesTakeEqualRoomOnALinearAxis() throws Exception {
        Svg svg = Svg.of(curves(Axis.LINEAR, Curve.of("loss", List.of(3.0, 2.0, 1.0))));

        List<Point> points = pointsOf(svg.inGroup("curves", "polyline").getFirst());

        assertThat(points).hasSize(3);
        assertThat(points.get(1).y() - points.get(0).y())
                .isPositive()
                .isCloseTo(points.get(2).y() - points.get(1).y(), within(0.03));
        assertThat(points.get(1).x() - points.get(0).x())
                .isPositive()
                .isCloseTo(points.get(2).x() - points.get(1).x(), within(0.03));
    }

    @Test
    void equalRatiosTakeEqualRoomOnALogarithmicAxis() throws Exception {
        Svg svg = Svg.of(curves(Axis.LOGARITHMIC, Curve.of("loss", List.of(100.0, 1.0, 0.01))));

        List<Point> points = pointsOf(svg.inGroup("curves", "polyline").getFirst());

        assertThat(points.get(1).y() - points.get(0).y())
                .isPositive()
                .isCloseTo(points.get(2).y() - points.get(1).y(), within(0.03));
        assertThat(svg.texts()).contains("100", "1", "0.01");
    }

    @Test
    void whatIsNoNumberLeavesAGapAndWhatIsNotPositiveHasNoLogarithm() throws Exception {
        Curve curve =
                Curve.of("loss", List.of(1.0, 2.0, Double.NaN, 3.0, 4.0, Double.POSITIVE_INFINITY, 5.0, 0.0, 1.0, 2.0));

        Svg svg = Svg.of(curves(Axis.LOGARITHMIC, curve));

        assertThat(svg.inGroup("curves", "polyline")).hasSize(3);
        assertThat(dots(svg, "curves")).as("every point that has a place").isEqualTo(7);
        assertThat(svg.texts()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void everyCurveIsNamedAndHasItsColourInBothKindsOfFile() throws Exception {
        CurvePicture picture =
                curves(Axis.LINEAR, Curve.of("training", List.of(1.0, 1.0)), Curve.of("held out", List.of(2.0, 2.0)));

        Svg svg = Svg.of(picture);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.toPng()));

        assertThat(svg.texts()).contains("title", "epoch", "loss", "training", "held out");
        List<Element> lines = svg.inGroup("curves", "polyline");
        for (int i = 0; i < 2; i++) {
            assertThat(lines.get(i).getAttribute("stroke"))
                    .isEqualTo(Colour.ofPart(i).hex());
            Point start = pointsOf(lines.get(i)).getFirst();
            assertThat(image.getRGB((int) start.x() + 100, (int) Math.round(start.y() - 0.5)) & 0xFFFFFF)
                    .isEqualTo(Colour.ofPart(i).rgb());
        }
    }

    @Test
    void aVeryLongCurveKeepsItsPeaks() throws Exception {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            values.add(i == 77_777 ? 9.0 : 1.0);
        }

        Svg svg = Svg.of(curves(Axis.LINEAR, Curve.of("", values)));

        List<Point> points = pointsOf(svg.inGroup("curves", "polyline").getFirst());
        assertThat(points).hasSizeLessThan(2100);
        assertThat(points.stream().mapToDouble(Point::y).min().orElseThrow())
                .isLessThan(points.getFirst().y() - 200);
    }

    @Test
    void withoutCurvesThereIsStillAChart() throws Exception {
        assertThat(Svg.of(curves(Axis.LINEAR)).texts()).contains("title", "0", "1");
        assertThat(Svg.of(curves(Axis.LOGARITHMIC)).texts()).contains("title", "1");
    }

    @Test
    void barsStandOnZeroAndReachTheirValues() throws Exception {
        BarPicture picture = new BarPicture("", "", "", List.of(new Bar("a", 10), new Bar("b", 20), new Bar("c", -5)));

        List<Element> bars = Svg.of(picture).inGroup("bars", "rect");

        double unit = Svg.number(bars.get(0), "height") / 10;
        assertThat(Svg.number(bars.get(1), "height")).isCloseTo(20 * unit, within(0.05));
        assertThat(Svg.number(bars.get(2), "height")).isCloseTo(5 * unit, within(0.05));
        double zero = Svg.number(bars.get(2), "y");
        assertThat(Svg.number(bars.get(0), "y") + Svg.number(bars.get(0), "height"))
                .isCloseTo(zero, within(0.03));
        assertThat(Svg.of(picture).texts()).contains("a", "b", "c");
    }

    @Test
    void aHistogramCountsEveryFiniteValueOnce() throws Exception {
        List<Double> values = List.of(0.0, 0.1, 0.1, 0.6, 1.0, Double.NaN, 0.99, 0.24);

        List<Element> bars = Svg.of(new HistogramPicture("", "", values, 4)).inGroup("bars", "rect");

        double one = Svg.number(bars.get(2), "height");
        assertThat(bars.stream().map(bar -> Math.round(Svg.number(bar, "height") / one)))
                .containsExactly(4L, 0L, 1L, 2L);
    }

    @Test
    void aHistogramOfOneValueOrNoneHasAPicture() throws Exception {
        assertThat(Svg.of(new HistogramPicture("", "", List.of(3.0), 5)).inGroup("bars", "rect"))
                .hasSize(5);
        assertThat(Svg.of(new HistogramPicture("", "", List.of(), 5)).inGroup("bars", "rect"))
                .hasSize(5);
        assertThatThrownBy(() -> new HistogramPicture("", "", List.of(), 0))
                .hasMessage("ranges must be between 1 and 500, was 0; choose one in that range");
    }

    @Test
    void labelsAreShort() {
        assertThat(Stream.of(0.0, 0.30000000000000004, 1500.0, 2e6, 1.5e-5, -0.25)
                        .map(Ticks::label))
                .containsExactly("0", "0.3", "1500", "2e6", "1.5e-5", "-0.25");
    }

    @Test
    void extremeValuesStillMakeAChart() throws Exception {
        Curve huge = Curve.of("", List.of(-1.7e308, 1.7e308));
        Curve tiny = Curve.of("", List.of(4.9e-324, 1e300));

        assertThat(Svg.of(curves(Axis.LINEAR, huge)).inGroup("axes", "text")).hasSizeLessThan(40);
        assertThat(Svg.of(curves(Axis.LOGARITHMIC, tiny)).inGroup("axes", "text"))
                .hasSizeLessThan(40);
        assertThat(Svg.of(curves(Axis.LINEAR, Curve.of("", List.of(0.0, 4.9e-324))))
                        .inGroup("axes", "text"))
                .hasSizeLessThan(40);
        assertThat(Svg.of(curves(Axis.LINEAR, Curve.of("", List.of(1e17, 1e17 + 16))))
                        .inGroup("axes", "text"))
                .hasSizeLessThan(40);
    }
}
