using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>What follows a street: the town, which belongs to the address where one stands before it.</summary>
internal static class Localities
{
    /// <summary>The last word of the towns that follow a street's last word; the street's own where there are none.</summary>
    public static int Last(ReadText text, int street)
    {
        var last = street;
        for (var (at, left) = (street + 1, 8); at < text.Count && left > 0; at++, left--)
        {
            ref var token = ref text.Tokens[at];
            var gap = text.GapAfter(at - 1);
            if (token.Kind != TokenKind.Word || !token.IsCapitalised || gap.Length > 3 || gap.ContainsAnyExcept(" ,\n\r-") || (at == street + 1 && gap is [' '] && !token.Is(WordClasses.Place)))
            {
                break;
            }

            if (token.Is(WordClasses.Place))
            {
                last = at;
            }
            else if (token.Is(WordClasses.Common | WordClasses.Given))
            {
                break;
            }
            else if (at + 1 < text.Count && BeginsPostcode(text, at + 1))
            {
                last = at;
            }
        }

        return last;
    }

    private static bool BeginsPostcode(ReadText text, int token)
    {
        var start = text.Tokens[token].Start;
        for (var at = text.Spans.Count - 1; at >= 0 && at > text.Spans.Count - 4; at--)
        {
            if (text.Spans[at].Kind == PersonalDataKind.Postcode && text.Spans[at].Start == start)
            {
                return true;
            }
        }

        return false;
    }
}
