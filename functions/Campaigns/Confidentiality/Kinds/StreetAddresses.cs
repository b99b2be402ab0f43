using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>
/// A house and its street: a number, up to four words and a kind of street; a flat or a house's name before it, a town after it.
/// A street without a house is no more than a place.
/// </summary>
internal static class StreetAddresses
{
    private const int MostWords = 4;

    public static void Find(ReadText text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            ref var token = ref text.Tokens[at];
            if (token.Kind == TokenKind.Number || (token.Is(WordClasses.Digit) && token.Length > 2))
            {
                if (Street(text, at) is > 0 and var last)
                {
                    text.Spans.Add(HouseNumbers.Start(text, at), text.Tokens[Localities.Last(text, last)].End, PersonalDataKind.StreetAddress);
                    at = last;
                }
                else if (HouseNumbers.LivesAt(text, at) && HouseNumbers.NameEnd(text, at + 1) is > 0 and var named)
                {
                    text.Spans.Add(token.Start, text.Tokens[Localities.Last(text, named)].End, PersonalDataKind.StreetAddress);
                }
            }
            else if (token.Is(WordClasses.HouseWord) && token.IsCapitalised && at > 0)
            {
                NamedHouses.Find(text, at);
            }
        }
    }

    /// <summary>The last word of the street that the number at a token stands in, or -1.</summary>
    private static int Street(ReadText text, int number)
    {
        ref var token = ref text.Tokens[number];
        if ((token.Length > 4 && token.Kind == TokenKind.Number) || HouseNumbers.IsYear(text, token) || text.Text(token) is "999" || !HouseNumbers.CanStandBefore(text, number))
        {
            return -1;
        }

        var at = number + 1;
        if (at < text.Count && text.Tokens[at].Length == 1 && text.GapAfter(number).Length < 2 && (text.Chars[text.Tokens[at].Start] | 0x20) is >= 'a' and <= 'h')
        {
            at++;
        }
        else if (text.GapAfter(number).IsEmpty)
        {
            return at < text.Count && text.Tokens[at].IsInTag ? TagStreet(text, at) : -1;
        }

        var first = at;
        var found = -1;
        var isCapital = true;
        for (var words = 0; words <= MostWords && at < text.Count && IsClose(text, at - 1, words); words++, at++)
        {
            ref var word = ref text.Tokens[at];
            words -= words > 1 && text.GapAfter(at - 1) is ['-'] ? 1 : 0;
            if (word.Kind != TokenKind.Word)
            {
                break;
            }

            if (word.Length == 1 && text.GapAfter(at - 1) is ['\''])
            {
                // "Queen's", "St John's"
                words--;
                continue;
            }

            if (words > 0 && IsStreet(text, at, words, isCapital, number) && !IsSaint(text, at))
            {
                found = at;
            }

            if (Stops(word, words))
            {
                break;
            }

            var isSmall = words > 0 && isCapital && !word.IsCapitalised && (word.Is(WordClasses.Particle) || (word.Classes == WordClasses.None && word.Length < 4) || word.Length == 1);
            isCapital &= word.IsCapitalised || isSmall;
            if (!word.IsCapitalised && !isSmall && (words >= 2 || (word.Is(WordClasses.Common) && !word.Is(WordClasses.Place | WordClasses.StreetName) && !(words == 1 && text.Tokens[at - 1].Is(WordClasses.StreetName)))) && !(word.Is(WordClasses.Street) && found == at))
            {
                break;
            }
        }

        if (found < 0 && first + 1 < text.Count && text.Tokens[first].Is(WordClasses.PrefixStreet) && text.Tokens[first].IsCapitalised && text.GapAfter(first - 1).Length <= 2)
        {
            // "2 Heol y Bont": the kind of street comes first in Welsh.
            var name = first + 1 + (text.Tokens[first + 1].Length <= 2 && !text.Tokens[first + 1].IsCapitalised ? 1 : 0);
            if (name < text.Count && text.Tokens[name].IsCapitalised && text.GapAfter(name - 1).Length == 1)
            {
                return name + (name + 1 < text.Count && text.Tokens[name + 1].IsCapitalised && text.GapAfter(name) is [' '] ? 1 : 0);
            }
        }

        return found;
    }

    // Small words, units and verbs are part of no street's name, save with a capital ("The Green", "Old Mill Lane") and saints.
    private static bool Stops(in Token word, int words)
    {
        var isSaint = words == 0 && word.Length == 2 && word.Is(WordClasses.Street);
        var isNamed = word.IsCapitalised && (word.Is(WordClasses.NotBefore | WordClasses.StreetName) || (words == 0 && word.Length == 3 && !word.Is(WordClasses.Unit)));
        isNamed |= words == 0 && word.Is(WordClasses.StreetName) && !word.Is(WordClasses.Filler);
        return !isSaint && !isNamed && (word.Is(WordClasses.Filler | WordClasses.Unit | WordClasses.HealthVerb) || (word.Is(WordClasses.Person) && !word.IsCapitalised));
    }

    private static bool IsStreet(ReadText text, int at, int words, bool isCapital, int number)
    {
        ref var word = ref text.Tokens[at];
        if (word.Is(WordClasses.Street))
        {
            return isCapital || (words <= 2 && !(words == 1 && text.Text(text.Tokens[at - 1]) is "new" or "old" or "long" or "back" or "front" or "main" && !HouseNumbers.IsAddressed(text, number)));
        }

        if (!word.Is(WordClasses.WeakStreet))
        {
            return false;
        }

        var isAddressed = HouseNumbers.IsAddressed(text, number);
        if (!isCapital || !word.IsCapitalised)
        {
            return isAddressed && words <= 2 && IsNamed(text, number + 1, at);
        }

        for (var before = number + 1; before < at && !isAddressed; before++)
        {
            if (text.Tokens[before].Is(WordClasses.Ordinary) && text.Tokens[before].Length > 1 && !text.Tokens[before].Is(WordClasses.NotBefore) && !text.Tokens[before].Is(WordClasses.Place | WordClasses.StreetName | WordClasses.AnySurname | WordClasses.AnyGiven | WordClasses.Filler) && text.Tokens[before].Length > 1)
            {
                return false;
            }
        }

        return true;
    }

    // In small letters: nothing but words that streets are called by, or that are no others.
    private static bool IsNamed(ReadText text, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (text.Tokens[at].Is(WordClasses.Common) && !text.Tokens[at].Is(WordClasses.StreetName | WordClasses.Place | WordClasses.AnySurname))
            {
                return false;
            }
        }

        return true;
    }

    // "#12AcaciaAvenue": the last capital begins the kind of street.
    private static int TagStreet(ReadText text, int at)
    {
        ref var token = ref text.Tokens[at];
        var last = token.End - 1;
        while (last > token.Start && !char.IsAsciiLetterUpper(text.Chars[last]))
        {
            last--;
        }

        Span<char> lower = stackalloc char[16];
        var word = text.Chars.AsSpan(last, token.End - last);
        return last > token.Start + 1 && word.Length <= lower.Length && (Lexicon.Find(WordHash.Of(lower[..word.ToLowerInvariant(lower)])) & (WordClasses.Street | WordClasses.WeakStreet)) != 0 ? at : -1;
    }

    // "Bury St Edmunds", but not "12 High St Samaritans are on 116 123"
    private static bool IsSaint(ReadText text, int at) =>
        text.Tokens[at].Length == 2 && text.Text(text.Tokens[at]) is "St" && at + 1 < text.Count && text.GapAfter(at) is [' '] && text.Tokens[at + 1].IsCapitalised && text.Tokens[at + 1].Length > 2 && !text.Tokens[at + 1].IsUpper && !text.Tokens[at + 1].Is(WordClasses.Place | WordClasses.Ordinary) && !text.Tokens[at - 1].Is(WordClasses.StreetName);

    private static bool IsClose(ReadText text, int token, int words)
    {
        var gap = text.GapAfter(token);
        return gap.Length <= 3 && !gap.ContainsAnyExcept(words == 0 ? " ,\n\r-_+'" : " \n\r-_+.'");
    }
}
