package org.tinybabel.lab.hub;

import java.util.ArrayList;
import java.util.List;

/**
 * What the hub says about one dataset.
 *
 * @param id account and name, such as {@code example-lab/ko-news}
 * @param year the year of creation, in UTC
 * @param downloads in the last 30 days
 * @param description its first sentences; blank if there are none
 * @param tags sorted out
 */
public record HubDataset(String id, int year, long downloads, String description, HubTags tags) {

    /**
     * The account that it belongs to.
     *
     * @return what stands before the slash of the id; the whole id if there is none
     */
    public String account() {
        return id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
    }

    /**
     * Whether its id, description, tasks or free tags have one of some words.
     *
     * @param words what to look for
     * @return whether one stands in them
     */
    public boolean mentions(Keywords words) {
        var texts = new ArrayList<>(List.of(id, description));
        texts.addAll(tags.free());
        texts.addAll(tags.values("task_categories"));
        return texts.stream().anyMatch(words::in);
    }
}
