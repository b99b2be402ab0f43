using System.Globalization;
using System.Text;
using Campaigns.Planning;

namespace Campaigns.Listening.Hashtags;

/// <summary>What makes people write another hashtag than the one that was meant.</summary>
internal static class HashtagAmbiguity
{
    private const int Long = 30;

    /// <summary>Warns of what is long, invisible, accented or of two alphabets.</summary>
    /// <param name="hashtag">The hashtag.</param>
    /// <param name="characters">How long it is, its sign included.</param>
    public static IEnumerable<HashtagWarning> Of(Hashtag hashtag, int characters)
    {
        if (characters > Long)
        {
            yield return new("long", $"It takes {characters} characters: few people will type it, and it leaves less room for what they say.");
        }

        var runes = hashtag.Display.Normalize(NormalizationForm.FormKD).EnumerateRunes().ToList();
        if (runes.Exists(rune => rune.Value is 0x200C or 0x200D or (>= 0xFE00 and <= 0xFE0F) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format))
        {
            yield return new("invisible_characters", "It holds characters that nobody sees: what people type is another hashtag.");
        }

        var isLatin = runes.Exists(rune => rune.IsAscii && Rune.IsLetter(rune));
        if (isLatin && runes.Exists(rune => !rune.IsAscii && LookAlikeLetters.Find(rune) is not null))
        {
            yield return new("mixed_alphabets", "It mixes Latin letters with others that look like them: what people type is another hashtag.");
        }
        else if (isLatin && runes.Exists(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark))
        {
            yield return new("accents", "It has accents: without them it is another hashtag. Many people will leave them out, so take both into the campaign.");
        }
    }
}
