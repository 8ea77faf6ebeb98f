package io.martech.connect.account;

/** How many letters have to be added, left out, replaced or swapped with their neighbour to make one word of another. */
final class SpellingDistance {

    private SpellingDistance() {}

    static int between(String one, String other) {
        int[][] distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : next(distances, one, other, i, j);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int next(int[][] distances, String one, String other, int i, int j) {
        int replaced = distances[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
        boolean isSwapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwapped ? Math.min(least, 1 + distances[i - 2][j - 2]) : least;
    }
}
