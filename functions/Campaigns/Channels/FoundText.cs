using System.Text;
using Campaigns.Planning;

namespace Campaigns.Channels;

/// <summary>Makes the text that hashtags are looked for in.</summary>
internal static class FoundText
{
    private const int MostTags = 100;
    private const int LongestHashtag = 102;
    private static readonly char[] Signs = ['#', '＃'];

    /// <summary>
    /// An item's words, and after them the hashtags that the channel says it has: many are attached to it without standing in its text, and the
    /// channel shows the item to whoever looks for them. One that stands in both is still one use.
    /// </summary>
    public static string With(string text, IEnumerable<string?> tags)
    {
        var attached = string.Join(' ', tags.Where(tag => Hashtag.TryParse(tag, out _)).Take(MostTags).Select(tag => tag![0] is '#' or '＃' ? tag : "#" + tag));
        return attached.Length == 0 ? Cut(text, MentionLimits.LongestText) : $"{Cut(text, MentionLimits.LongestText - Encoding.UTF8.GetByteCount(attached) - 1)}\n{attached}";
    }

    /// <summary>Whether a text uses a hashtag.</summary>
    public static bool Uses(string text, string hashtag)
    {
        foreach (var span in new HashtagScanner(text))
        {
            if (Hashtag.Fold(span.Name(text).ToString()) == hashtag)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Cuts a text down, and takes a hashtag at the cut away whole: half of it would be another one.</summary>
    private static string Cut(string text, int bytes)
    {
        if (text.Length <= bytes / 3 || Encoding.UTF8.GetByteCount(text) <= bytes)
        {
            return text;
        }

        var (length, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((used += rune.Utf8SequenceLength) > bytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        var sign = length == 0 ? -1 : text.LastIndexOfAny(Signs, length - 1, Math.Min(length, LongestHashtag));
        return text[..(sign < 0 ? length : sign)];
    }
}
