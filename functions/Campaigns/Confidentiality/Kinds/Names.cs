using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>
/// Names of people: known given names with what follows them, what follows a title, a relation ("my mum Janet") or an introduction
/// ("my name is"). Where a text speaks of a condition, who it is goes more eagerly, in small letters too.
/// </summary>
internal static class Names
{
    public static void Find(ReadText text)
    {
        var isHealth = (text.Classes & (WordClasses.Condition | WordClasses.HealthVerb)) != 0;
        for (var at = 0; at < text.Count; at++)
        {
            ref var token = ref text.Tokens[at];
            if (token.Kind != TokenKind.Word)
            {
                continue;
            }

            if (token.IsInAddress)
            {
                at = InAddress(text, at);
                continue;
            }

            if (token.IsInTag)
            {
                TagNames.Find(text, at);
                continue;
            }

            if (token.Length == 1 && SpacedNames.End(text, at) is > 0 and var spaced)
            {
                at = Keep(text, at, spaced);
                continue;
            }

            at = Find(text, at, isHealth);
        }
    }

    // Returns the last word that was looked at.
    private static int Find(ReadText text, int at, bool isHealth)
    {
        ref var token = ref text.Tokens[at];
        if (token.Is(WordClasses.Title) && Titles.Named(text, at) is > 0 and var titled)
        {
            return Keep(text, at, NameRuns.Extend(text, titled));
        }

        if (token.IsCapitalised && SurnameFirst.End(text, at) is > 0 and var listed)
        {
            return Keep(text, at, listed);
        }

        if (token.Is(WordClasses.Person | WordClasses.Introduction) && Introductions.Named(text, at, isHealth) is > 0 and var introduced)
        {
            return Keep(text, introduced, NameRuns.Extend(text, introduced, true));
        }

        if (token.IsCapitalised && token.Is(WordClasses.AnyGiven | WordClasses.AnySurname) && NameRuns.Extend(text, at) is var whole && Organisations.Is(text, at, whole))
        {
            return whole;
        }

        if (token.Is(WordClasses.AnyGiven) && Given(text, at, isHealth) is >= 0 and var last)
        {
            return Keep(text, NameRuns.Begin(text, at), last);
        }

        if (token.IsCapitalised && NameContexts.Bare(text, at, isHealth) is >= 0 and var bare)
        {
            return Keep(text, at, bare);
        }

        return at;
    }

    // "?name=Jane_Smith": in an address only a given name with a surname.
    private static int InAddress(ReadText text, int at)
    {
        ref var token = ref text.Tokens[at];
        if (!token.IsCapitalised || !token.Is(WordClasses.Given) || at + 1 >= text.Count || text.GapAfter(at).Length != 1 || text.GapAfter(at)[0] is not ('_' or '+' or '-' or '.' or ' '))
        {
            return at;
        }

        var next = at + 2 < text.Count && text.Tokens[at + 1].Length == 1 && text.GapAfter(at + 1) is ['\''] ? at + 2 : at + 1;
        if (!text.Tokens[next].IsCapitalised || !text.Tokens[next].Is(WordClasses.AnySurname))
        {
            return at;
        }

        while (next + 1 < text.Count && text.GapAfter(next) is ['-'] && text.Tokens[next + 1].IsCapitalised && text.Tokens[next + 1].Is(WordClasses.AnySurname))
        {
            next++;
        }

        return Keep(text, at, next);
    }

    // A given name: its last word with what belongs to it, or -1.
    private static int Given(ReadText text, int at, bool isHealth)
    {
        ref var token = ref text.Tokens[at];
        if (NameContexts.IsOfPlace(text, at))
        {
            return -1;
        }

        var last = NameRuns.Extend(text, at, isHealth);
        if (Organisations.Is(text, at, last))
        {
            return -1;
        }

        // In small letters only a name that is no word: with a surname, or where a condition is spoken of.
        if (!token.IsCapitalised)
        {
            var isName = token.Is(WordClasses.Given) && !token.Is(WordClasses.GivenWord | WordClasses.Common);
            var hasSurname = last > at && (text.Tokens[last].Is(WordClasses.Surname) || text.Tokens[last].Classes == WordClasses.SurnameWord);
            return hasSurname && (isName || isHealth || !(text.Text(token) is "will" or "may" or "can" or "bill" or "grant" or "hope" or "mark")) ? last : isName && isHealth ? last : -1;
        }

        // TIA, MIA, JO: short capitals are an abbreviation, unless more capitals follow.
        if (token.IsUpper && token.Length < 5 && last == at)
        {
            return -1;
        }

        if (last == at && NameContexts.IsOfBusiness(text, at))
        {
            return -1;
        }

        if ((token.Is(WordClasses.Given) && !(token.Is(WordClasses.GivenWord) && last == at)) || NameContexts.IsAfterSurname(text, at))
        {
            return last;
        }

        // A word that is a given name too: only with a surname, inside a sentence, or where somebody is said to be ill.
        if (last > at)
        {
            ref var surname = ref text.Tokens[at + 1];
            var isSure = surname.Is(WordClasses.Surname | WordClasses.Given) || surname.Length == 1 || !surname.Is(WordClasses.Ordinary | WordClasses.Place | WordClasses.AnyGiven);
            return isSure || (surname.Is(WordClasses.SurnameWord) && NameContexts.IsApart(text, at, last)) ? last : -1;
        }

        return (isHealth && !token.Is(WordClasses.Month) && NameContexts.IsSaidToBeIll(text, at)) || NameContexts.IsInsideSentence(text, at) || (token.Is(WordClasses.Given) && NameContexts.DoesSomething(text, at)) ? last : -1;
    }

    private static int Keep(ReadText text, int first, int last)
    {
        text.Spans.Add(text.Tokens[first].Start, text.Tokens[last].End, PersonalDataKind.Name);
        return NameContexts.Joined(text, last) is > 0 and var other ? Keep(text, NameRuns.Begin(text, other), NameRuns.Extend(text, other)) : last;
    }
}
