package org.tinybabel.lab.hub;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lists of words to look for in what a dataset says about itself. English words count where they stand as whole words; words of other
 * scripts, which do not always put blanks between words, wherever they stand.
 */
public enum Keywords {
    /** Comics, games, fan fiction and the places where they are shared. */
    SUBCULTURE(
            "anime, manga, visual novel, light novel, vtuber, hololive, danbooru, pixiv, otaku, galgame, eroge, roleplay, rp, doujin,"
                    + " touhou, niconico, nico, cosplay, webtoon, genshin, fandom, waifu, dlsite, syosetu, kakuyomu, narou",
            "アニメ, 漫画, マンガ, ゲーム, 小説, ロールプレイ, 动漫, 動漫, 漫畫, 游戏, 遊戲, 小说, 角色扮演, 애니메이션, 만화, 게임, 소설," + " 역할극, 롤플레이"),
    /** Weather, finance and law: about as many words that have nothing to do with subculture. */
    PLACEBO(
            "weather, climate, finance, financial, stock, bank, banking, insurance, law, legal, court, contract, patent, tax, economy,"
                    + " economics, accounting, trading, regulation, statute, fund, audit, budget, invoice, loan, tariff",
            "法律, 法令, 金融, 税, 법률, 금융, 세금"),
    /** Data that teach a model to follow instructions; these count as parts of words, too. */
    INSTRUCTION("", "instruct, dolly, alpaca, vicuna, command");

    private final Pattern pattern;

    Keywords(String words, String parts) {
        var whole = words.isEmpty() ? "" : "(?<![\\p{L}\\p{N}])(" + any(words) + ")(?![\\p{L}\\p{N}])|";
        this.pattern = Pattern.compile(whole + any(parts));
    }

    private static String any(String list) {
        return Pattern.compile(", ")
                .splitAsStream(list)
                .map(word -> Pattern.quote(word).replace(" ", "\\E[ _-]?\\Q"))
                .collect(Collectors.joining("|"));
    }

    /**
     * Whether a text has one of the words.
     *
     * @param text any text, in any case
     * @return whether one of them stands in it
     */
    public boolean in(String text) {
        return pattern.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
