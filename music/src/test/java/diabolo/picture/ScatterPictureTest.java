package diabolo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.picture.ScatterPicture.Group;
import diabolo.picture.ScatterPicture.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ScatterPictureTest {

    private static final Pattern DOT = Pattern.compile("M(-?[0-9.]+) (-?[0-9.]+)h0");

    private static List<Point> dots(Element path) {
        List<Point> dots = new ArrayList<>();
        Matcher matcher = DOT.matcher(path.getAttribute("d"));
        while (matcher.find()) {
            dots.add(new Point(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))));
        }
        return dots;
    }

    private static List<Point> dots(Svg svg) {
        return svg.inGroup("points", "path").stream()
                .flatMap(path -> dots(path).stream())
                .toList();
    }

    @Test
    void aMapKeepsDistancesEqualInBothDirections() throws Exception {
        List<Point> square = List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1), new Point(5, 1));

        List<Point> dots = dots(Svg.of(ScatterPicture.map("", List.of(Group.of("", square)))));

        double unit = dots.get(1).x() - dots.get(0).x();
        assertThat(unit).isGreaterThan(50);
        assertThat(dots.get(0).y() - dots.get(2).y()).isCloseTo(unit, within(0.2));
        assertThat(dots.get(3).x() - dots.get(0).x()).isCloseTo(5 * unit, within(0.3));
    }

    @Test
    void everyFinitePointOfEveryGroupIsDrawnInItsColourAndEveryGroupNamed() throws Exception {
        List<Group> digits = IntStream.range(0, 10)
                .mapToObj(digit -> Group.of(
                        "digit " + digit,
                        IntStream.range(0, 25)
                                .mapToObj(i -> new Point(digit, i))
                                .toList()))
                .toList();
        List<Group> groups = new ArrayList<>(digits);
        groups.add(Group.of("odd", List.of(new Point(Double.NaN, 1), new Point(1, 1)))
                .in(new Colour(0x123456)));

        Svg svg = Svg.of(ScatterPicture.map("Codes", groups));

        assertThat(dots(svg)).hasSize(251);
        assertThat(svg.inGroup("points", "path").stream().map(path -> path.getAttribute("stroke")))
                .contains("#123456", Colour.ofGroup(9).hex());
        assertThat(svg.texts()).contains("digit 0", "digit 9", "odd");
    }

    @Test
    void aLegendOfManyLongNamesIsWhole() throws Exception {
        List<Group> groups = IntStream.range(0, 12)
                .mapToObj(i -> Group.of("a corpus of quite a long name " + i, List.of(new Point(i, i))))
                .toList();
        ScatterPicture picture = ScatterPicture.map("Map", groups);

        Svg svg = Svg.of(picture);

        assertThat(svg.texts()).containsAll(groups.stream().map(Group::name).toList());
        assertThat(picture.height())
                .isGreaterThan(ScatterPicture.map("Map", groups.subList(0, 1)).height());
    }

    @Test
    void theLegendPassesOverGroupsWithoutAName() throws Exception {
        List<Point> points = List.of(new Point(1, 1));
        Svg svg = Svg.of(ScatterPicture.map(
                "Map",
                List.of(
                        Group.of("", points).in(Colour.ofGroup(3)),
                        Group.of("first", points),
                        Group.of("second", points))));

        assertThat(svg.texts()).containsExactly("Map", "first", "second");
    }

    @Test
    void twentyThousandPointsStaySmall() {
        Random random = new Random(1);
        List<Group> groups = IntStream.range(0, 10)
                .mapToObj(digit -> Group.of(
                        "" + digit,
                        IntStream.range(0, 2000)
                                .mapToObj(_ -> new Point(random.nextGaussian(), random.nextGaussian()))
                                .toList()))
                .toList();

        assertThat(ScatterPicture.map("Codes", groups).toSvg().length()).isLessThan(400_000);
    }

    @Test
    void ofMoreLabelsThanThereArePlacesTheFirstAreWritten() throws Exception {
        Point point = new Point(0, 0);
        List<Label> labels = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> new Label(point, "label " + number))
                .toList();
        ScatterPicture picture =
                ScatterPicture.map("", List.of(Group.of("", List.of(point)))).with(labels);

        assertThat(Svg.of(picture).texts()).contains("label 1", "label 2").doesNotContain("label 20");
    }

    @Test
    void aLabelIsWrittenWhereItCoversNoPoints() throws Exception {
        List<Point> crowd =
                IntStream.range(0, 20).mapToObj(i -> new Point(0.01 * i, 0)).toList();
        List<Point> all =
                Stream.concat(crowd.stream(), Stream.of(new Point(-1, 0))).toList();
        ScatterPicture picture = ScatterPicture.map("", List.of(Group.of("", all)));
        Label label = new Label(crowd.getFirst(), "end");

        double ofEnd = x(picture.with(List.of(label)));

        assertThat(ofEnd)
                .isLessThan(x(ScatterPicture.map(
                                "", List.of(Group.of("", List.of(new Point(-1, 0), crowd.getFirst(), crowd.getLast()))))
                        .with(List.of(label))));
    }

    private static double x(ScatterPicture picture) throws Exception {
        return Double.parseDouble(
                Svg.of(picture).inGroup("labels", "text").getFirst().getAttribute("x"));
    }

    @Test
    void aPathJoinsItsPointsInOrder() throws Exception {
        Group path = Group.of("", new double[][] {{0, 0}, {1, 1}, {2, 0}}).asPath();

        Svg svg = Svg.of(new ScatterPicture("", "x", "y", List.of(path), List.of()));

        assertThat(svg.inGroup("paths", "polyline")).hasSize(1);
        assertThat(svg.texts()).contains("x", "y");
    }
}
