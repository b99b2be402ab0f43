using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Campaigns.Channels.Manual;

/// <summary>How platforms measure a text.</summary>
internal static partial class TextLengths
{
    /// <summary>What a link takes on X and Mastodon, however long it is.</summary>
    private const int Link = 23;

    /// <summary>Unicode code points.</summary>
    public static int Characters(string text) => text.EnumerateRunes().Count();

    /// <summary>UTF-8 bytes.</summary>
    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>
    /// X's weighted length: NFC first; a link takes 23, an emoji 2 whatever it is made of, Latin and other letters of small alphabets 1, all else,
    /// such as Chinese, Japanese and Korean, 2.
    /// </summary>
    public static int Weighted(string text)
    {
        // What Unicode rules out has no normal form; the replacement character weighs as much.
        var normal = text.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD').Normalize(NormalizationForm.FormC);
        var (length, from) = (0, 0);
        foreach (var (start, end) in WebLinks.In(normal))
        {
            length += WeightedPlain(normal[from..start]) + Link;
            from = end;
        }

        return length + WeightedPlain(normal[from..]);
    }

    /// <summary>Mastodon's length: what a reader takes for one character is one; a link takes 23, and of a mention only the name counts.</summary>
    public static int Mastodon(string text)
    {
        // The link's 23 characters stand in for it before anything else is counted.
        var shown = Mention().Replace(Address().Replace(text, new string('x', Link)), "@${name}");
        return new StringInfo(shown).LengthInTextElements;
    }

    private static int WeightedPlain(string text)
    {
        var length = 0;
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            var element = elements.GetTextElement();
            length += IsEmojiSequence(element) ? 2 : element.EnumerateRunes().Sum(Weight);
        }

        return length;
    }

    private static int Weight(Rune rune) => rune.Value is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247) ? 1 : 2;

    /// <summary>An emoji of several code points: a flag, a keycap, or a picture with a selector, a skin tone, a tag or a joined picture behind it.</summary>
    private static bool IsEmojiSequence(string element)
    {
        var runes = element.EnumerateRunes().Select(rune => rune.Value).ToArray();
        return runes switch
        {
            [_] => false,
            [>= 0x1F1E6 and <= 0x1F1FF, >= 0x1F1E6 and <= 0x1F1FF] => true,
            [(>= '0' and <= '9') or '#' or '*', .., 0x20E3] => true,
            [0xA9 or 0xAE, 0xFE0F] => true,
            [< 0x203C, ..] => false,
            _ => runes.Skip(1).All(rune => rune is 0xFE0F or 0x200D or 0x20E3 or (>= 0xE0020 and <= 0xE007F) or (>= 0x203C and <= 0x3299) or (>= 0x1F000 and <= 0x1FAFF)),
        };
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])https?://[^\s<>""]*[^\s<>"".,;:!?'\])]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![=/\p{L}\p{N}_])@(?<name>[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)@[\p{L}\p{N}_.-]*[\p{L}\p{N}_]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
