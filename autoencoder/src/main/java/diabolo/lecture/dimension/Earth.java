package diabolo.lecture.dimension;

import diabolo.picture.Colour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lecture's Earth: points of a sphere, some spread evenly and some on a graticule of meridians and parallels, coloured by zone.
 * A sphere has two dimensions and yet no map without a tear or a fold.
 */
final class Earth {

    private static final List<String> ZONES =
            List.of("north polar", "north temperate", "tropics", "south temperate", "south polar");
    private static final List<Colour> COLOURS = List.of(
            new Colour(0x08306B),
            new Colour(0x56B4E9),
            new Colour(0x009E73),
            new Colour(0xE69F00),
            new Colour(0xB35806));
    private static final double POLAR = 66.6;
    private static final double TROPICAL = 23.4;

    private Earth() {}

    /** The graticule, and so many points more. */
    static PointCloud of(int more) {
        List<double[]> places = new ArrayList<>(graticule());
        for (int i = 0; i < more; i++) {
            double latitude = Math.toDegrees(Math.asin(1 - (2 * i + 1.0) / more));
            places.add(new double[] {latitude, (i * 137.50776 + 180) % 360 - 180});
        }
        float[][] points = places.stream().map(Earth::inSpace).toArray(float[][]::new);
        int[] zones = places.stream().mapToInt(place -> zone(place[0])).toArray();
        return new PointCloud(
                "sphere", "Earth", points, zones, ZONES, COLOURS, Optional.of((i, j) -> arc(points[i], points[j])));
    }

    /** Latitude and longitude in degrees: meridians every 30, parallels every 30, a point every 5. */
    private static List<double[]> graticule() {
        List<double[]> places = new ArrayList<>();
        for (int longitude = -180; longitude < 180; longitude += 5) {
            for (int latitude = -80; latitude <= 80; latitude += 5) {
                boolean isOnMeridian = longitude % 30 == 0;
                boolean isOnParallel = latitude % 30 == 0;
                if (isOnMeridian || isOnParallel) {
                    places.add(new double[] {latitude, longitude});
                }
            }
        }
        return places;
    }

    private static int zone(double latitude) {
        if (Math.abs(latitude) <= TROPICAL) {
            return 2;
        }
        boolean isPolar = Math.abs(latitude) > POLAR;
        return latitude > 0 ? (isPolar ? 0 : 1) : (isPolar ? 4 : 3);
    }

    private static float[] inSpace(double[] place) {
        double latitude = Math.toRadians(place[0]);
        double longitude = Math.toRadians(place[1]);
        return new float[] {
            (float) (Math.cos(latitude) * Math.cos(longitude)),
            (float) (Math.cos(latitude) * Math.sin(longitude)),
            (float) Math.sin(latitude)
        };
    }

    private static double arc(float[] a, float[] b) {
        double dot = a[0] * (double) b[0] + a[1] * (double) b[1] + a[2] * (double) b[2];
        return Math.acos(Math.clamp(dot, -1, 1));
    }

    /** The map of the atlas: longitude to the right, latitude upward, cut along the date line. */
    static float[][] chart(float[][] points) {
        float[][] chart = new float[points.length][];
        for (int i = 0; i < chart.length; i++) {
            chart[i] = new float[] {
                (float) Math.atan2(points[i][1], points[i][0]), (float) Math.asin(Math.clamp(points[i][2], -1f, 1f))
            };
        }
        return chart;
    }

    /** As seen from space, a little above the equator; the far side is out of sight. */
    static float[][] view(float[][] points) {
        double tilt = Math.toRadians(20);
        float[][] view = new float[points.length][];
        for (int i = 0; i < view.length; i++) {
            double toward = points[i][0] * Math.cos(tilt) + points[i][2] * Math.sin(tilt);
            double up = points[i][2] * Math.cos(tilt) - points[i][0] * Math.sin(tilt);
            view[i] = toward < 0 ? new float[] {Float.NaN, Float.NaN} : new float[] {points[i][1], (float) up};
        }
        return view;
    }
}
