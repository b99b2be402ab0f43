using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Houses with a name, before a street or after a flat: "Rose Cottage, Church Lane", "Flat 4, Acacia House".</summary>
internal static class NamedHouses
{
    private const int MostWords = 4;

    /// <summary>Looks at a house by the word that says what it is.</summary>
    public static void Find(ReadText text, int house)
    {
        var first = house;
        while (first > 0 && first > house - 3 && text.Tokens[first - 1].IsCapitalised && text.GapAfter(first - 1) is [' '] && !text.Tokens[first - 1].Is(WordClasses.NotBefore))
        {
            first--;
        }

        if (first == house || text.Tokens[first].IsInTag)
        {
            return;
        }

        if (first > 1 && text.GapAfter(first - 1).Length <= 3 && IsDwelling(text, first - 1) is >= 0 and var dwelling)
        {
            text.Spans.Add(text.Tokens[dwelling].Start, text.Tokens[Localities.Last(text, house)].End, PersonalDataKind.StreetAddress);
            return;
        }

        var (at, words) = (house + 1, 0);
        if (text.GapAfter(house).IndexOfAny(',', '\n') < 0)
        {
            return;
        }

        while (at < text.Count && words < MostWords && text.Tokens[at].Kind == TokenKind.Word && text.Tokens[at].IsCapitalised && text.GapAfter(at - 1).Length <= 2)
        {
            if (words > 0 && text.Tokens[at].Is(WordClasses.Street | WordClasses.WeakStreet))
            {
                text.Spans.Add(text.Tokens[first].Start, text.Tokens[Localities.Last(text, at)].End, PersonalDataKind.StreetAddress);
                return;
            }

            at++;
            words++;
        }
    }

    // "Flat 3B," and "Flat C": where it begins, or -1.
    private static int IsDwelling(ReadText text, int last)
    {
        for (var at = last; at >= 0 && at > last - 3; at--)
        {
            if (text.Tokens[at].Is(WordClasses.Dwelling))
            {
                return at < last ? at : -1;
            }
        }

        return -1;
    }
}
