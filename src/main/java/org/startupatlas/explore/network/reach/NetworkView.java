package org.startupatlas.explore.network.reach;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.MapView;

/**
 * The page of what the startups of Morocco reach, and what would change that.
 *
 * @param numbers the figures of the page as sentences
 * @param map the countries that are reached and the nearest of those that are not
 * @param reached the countries that are reached, the nearest first
 * @param unreached the countries that no startup reaches, the nearest first
 * @param sectors the sectors that do not reach a country that others reach
 * @param agreements the agreements that would add most
 * @param bound what is proven about them, or why there are none
 * @param reachData the data of the countries that are reached
 * @param whiteSpotData the data of the countries and sectors that are not
 * @param agreementData the data of the agreements
 */
public record NetworkView(
        List<String> numbers,
        MapView map,
        List<Reached> reached,
        List<Unreached> unreached,
        List<Sector> sectors,
        List<Agreement> agreements,
        String bound,
        Anchor reachData,
        Anchor whiteSpotData,
        Anchor agreementData) {

    /**
     * A country that is reached.
     *
     * @param steps through how many organisations, in words
     * @param routes how many ways are known that have no organisation in common, in words
     * @param through the startup of the nearest way, and whom that leads through
     */
    public record Reached(String code, String country, String steps, String routes, List<Anchor> through) {

        public Reached {
            through = List.copyOf(through);
        }
    }

    /**
     * Countries that are not reached and equally near.
     *
     * @param partners the partners with whom an agreement would reach them
     * @param region how many countries near them are reached, in words
     */
    public record Unreached(String countries, List<Anchor> partners, String region) {

        public Unreached {
            partners = List.copyOf(partners);
        }
    }

    /** A sector with the number of its startups, and the countries that only startups of other sectors reach. */
    public record Sector(String label, String startups, String countries) {}

    /**
     * An agreement that would add reach.
     *
     * @param parties the two partners
     * @param gain what it adds, as a sentence
     * @param countries the countries that startups would newly reach
     * @param alternatives how many others would add the same, as a sentence; null if none would
     */
    public record Agreement(List<Anchor> parties, String gain, String countries, String alternatives) {

        public Agreement {
            parties = List.copyOf(parties);
        }
    }

    public NetworkView {
        numbers = List.copyOf(numbers);
        reached = List.copyOf(reached);
        unreached = List.copyOf(unreached);
        sectors = List.copyOf(sectors);
        agreements = List.copyOf(agreements);
    }
}
