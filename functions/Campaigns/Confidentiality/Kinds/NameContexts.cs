using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>What stands about a word and says that it is a person's name, or that it is not.</summary>
internal static class NameContexts
{
    private const int ConditionWithin = 8;

    /// <summary>The name that follows a title, or -1.</summary>
    public static int AfterTitle(ReadText text, int title)
    {
        var at = title + 1;
        if (at >= text.Count || text.GapAfter(title) is var gap && (gap.Length is 0 or > 4 || gap.ContainsAnyExcept(" .\n\r_")))
        {
            return -1;
        }

        ref var name = ref text.Tokens[at];
        if (name.Length == 1 && at + 1 < text.Count && text.Tokens[at + 1].Kind == TokenKind.Word && text.GapAfter(at) is [' '] or ['.', ' '] or ['\''] && !text.Tokens[at + 1].Is(WordClasses.Ordinary | WordClasses.Filler) && (text.Tokens[title].Length < 5 || (text.Tokens[at + 1].IsCapitalised && text.Tokens[at + 1].Is(WordClasses.AnySurname))))
        {
            return at + 1;
        }

        if (name.Kind != TokenKind.Word || name.IsInTag || (name.Is(WordClasses.NotName | WordClasses.Organisation | WordClasses.Title) && !(name.Is(WordClasses.SurnameWord) && text.Tokens[title].Length < 4 && !name.Is(WordClasses.NotName))))
        {
            return name.Is(WordClasses.Title) && name.IsCapitalised && text.Tokens[title].IsCapitalised && AfterTitle(text, at) is > 0 and var further ? further : -1;
        }

        if (name.IsCapitalised)
        {
            var isInitial = name.Length == 1 && text.Chars[name.Start] is not 'I';
            return isInitial || name.Is(WordClasses.AnySurname | WordClasses.AnyGiven) || (name.Length > 1 && !name.Is(WordClasses.Ordinary | WordClasses.Filler | WordClasses.Place | WordClasses.Person) && (!name.IsUpper || text.Tokens[title].IsUpper || name.Length > 4)) ? at : -1;
        }

        // In small letters: a name that is known, or any word that is none after a title that nothing else follows.
        var isAlways = text.Text(text.Tokens[title]) is "mr" or "mrs" or "ms" or "mx" or "Mr" or "Mrs" or "Ms" or "Mx" or "prof" or "dr" or "Dr";
        return name.Is(WordClasses.Given | WordClasses.Surname) || (isAlways && name.Length > 2 && !name.Is(WordClasses.Ordinary | WordClasses.Filler | WordClasses.Place | WordClasses.Person)) || (isAlways && name.Is(WordClasses.SurnameWord) && text.GapAfter(title).Length == 1 && !name.Is(WordClasses.HealthVerb)) ? at : -1;
    }

    /// <summary>The name that follows a relation ("my mum Janet") or an introduction ("my name is", "RIP"), or -1.</summary>
    public static int Introduced(ReadText text, int word, bool isHealth)
    {
        ref var token = ref text.Tokens[word];
        var at = word + 1;
        var isSure = token.Is(WordClasses.Introduction);
        if (isSure && !IsIntroduction(text, word, ref at))
        {
            return -1;
        }

        if (!isSure && at + 1 < text.Count && (Says(text, at, "called") || Says(text, at, "named")))
        {
            (at, isSure) = (at + 1, true);
        }

        if (at >= text.Count || text.Tokens[at].Kind != TokenKind.Word || text.Tokens[at].IsInTag)
        {
            return -1;
        }

        var gap = text.GapAfter(at - 1);
        if (gap.Length > 3 || gap.ContainsAnyExcept(isSure ? " :,-=\n\"'" : " ,(:-\"'") || (!isSure && gap is ['\'', ..]) || (!isSure && gap is [',', ..] && !text.Tokens[at].Is(WordClasses.AnyGiven)))
        {
            return -1;
        }

        ref var name = ref text.Tokens[at];
        var isName = name.Is(WordClasses.Given) ? name.IsCapitalised || isHealth || isSure || (gap is [' '] && !name.Is(WordClasses.GivenWord | WordClasses.Common))
            : name.IsCapitalised && name.Is(WordClasses.GivenWord) ? true
            : name.IsCapitalised && name.Length > 1 && !name.Is(WordClasses.Ordinary | WordClasses.Filler | WordClasses.Place | WordClasses.Title | WordClasses.Person) && (!name.IsUpper || name.Length > 4 || name.Is(WordClasses.AnySurname)) ? isSure || IsAFullName(text, at) || gap is [' '] or [' ', '('] or ['(']
            : name.Is(WordClasses.Surname) && (isHealth || isSure) ? true
            : name.Length == 1 && name.IsCapitalised && isSure && text.Chars[name.Start] is not ('I' or 'A') && text.GapAfter(at) is ['.', ..];
        return isName && !NameRuns.IsOrganisation(text, at, NameRuns.Extend(text, at)) ? at : -1;
    }

    // "my name is", "I'm", "RIP", "Regards,": at becomes the word after it.
    private static bool IsIntroduction(ReadText text, int word, ref int at)
    {
        if (Says(text, word, "name") || Says(text, word, "names") || Says(text, word, "surname") || Says(text, word, "firstname"))
        {
            var isTold = text.GapAfter(word).IndexOfAny(':', '=') >= 0;
            if (at < text.Count && (Says(text, at, "is") || Says(text, at, "was") || (Says(text, at, "s") && text.GapAfter(word) is ['\'']) || Says(text, at, "of")))
            {
                (at, isTold) = (at + 1, true);
            }

            return (isTold || (word > 0 && Says(text, word - 1, "my"))) && at < text.Count;
        }

        if (Says(text, word, "i") || Says(text, word, "im"))
        {
            // "I'm Jane", "I am Jane Smith": a known name only, lest it be "I'm Welsh".
            at += Says(text, word, "i") && at < text.Count && (Says(text, at, "m") || Says(text, at, "am")) ? 1 : 0;
            return at < text.Count && (at > word + 1 || Says(text, word, "im")) && (text.Tokens[at].Is(WordClasses.Given) || (text.Tokens[at].Is(WordClasses.GivenWord) && text.Tokens[at].IsCapitalised && IsAFullName(text, at)) || IsAFullName(text, at));
        }

        if (Says(text, word, "ask") || Says(text, word, "speak") || Says(text, word, "from") || Says(text, word, "thanks") || Says(text, word, "thank"))
        {
            // "ask for Shaz"
            at += at < text.Count && (Says(text, at, "for") || Says(text, at, "to")) ? 1 : 0;
            if (at < text.Count && Says(text, word, "ask") && at > word + 1 && text.Tokens[at].IsCapitalised && !text.Tokens[at].Is(WordClasses.Ordinary | WordClasses.Place | WordClasses.Filler))
            {
                return true;
            }
        }

        return at < text.Count && (text.Tokens[at].Is(WordClasses.AnyGiven) || (text.Tokens[at].IsCapitalised && IsAFullName(text, at)))
            && (!text.Tokens[at].Is(WordClasses.GivenWord) || text.Tokens[at].IsCapitalised);
    }

    /// <summary>The last word of two capitals that are a name though no given name is known, or -1: "J. Smith", "Zbyszek Nowak", "Balwinder has diabetes".</summary>
    public static int Bare(ReadText text, int at, bool isHealth)
    {
        ref var token = ref text.Tokens[at];
        if (token.Is(WordClasses.Ordinary | WordClasses.Filler | WordClasses.Place | WordClasses.Person | WordClasses.Title | WordClasses.Organisation | WordClasses.NotBefore | WordClasses.Introduction) || at + 1 >= text.Count || IsOfPlace(text, at))
        {
            return -1;
        }

        if (token.Length == 1)
        {
            var next = at + 1;
            while (next + 1 < text.Count && next < at + 3 && text.Tokens[next].Length == 1 && text.Tokens[next].IsCapitalised && text.GapAfter(next - 1) is ['.'] or [' '] or ['.', ' '])
            {
                next++;
            }

            return text.Chars[token.Start] is not ('I' or 'A') && text.GapAfter(next - 1) is [' '] or ['.', ' '] or ['.'] && text.Tokens[next] is { IsCapitalised: true } surname && surname.Is(WordClasses.Surname) && !surname.IsInTag && (at == 0 || text.GapAfter(at - 1) is not (['\''] or ['&'] or []))
                ? NameRuns.Extend(text, next) : -1;
        }

        if ((token.IsUpper && token.Length < 4) || (at > 0 && text.Text(text.Tokens[at - 1]) is "the" or "The"))
        {
            return -1;
        }

        var last = NameRuns.Extend(text, at);
        if (NameRuns.IsOrganisation(text, at, last))
        {
            return -1;
        }

        var hasSurname = last > at && text.Tokens[last].Is(WordClasses.Surname) && token.IsUpper == text.Tokens[last].IsUpper;
        var hasRole = last == at && !token.IsUpper && last + 2 < text.Count && Says(text, last + 1, "the") && text.GapAfter(last) is [' '] && text.Tokens[last + 2].Is(WordClasses.Person) && !text.Tokens[last + 2].IsCapitalised;
        return hasSurname || hasRole || (isHealth && !token.IsUpper && IsSaidToBeIll(text, last)) ? last : -1;
    }

    /// <summary>Whether the words after a name say that somebody has a condition.</summary>
    public static bool IsSaidToBeIll(ReadText text, int last)
    {
        var verb = last + 1;
        if (verb >= text.Count || text.GapAfter(last).Length > 2)
        {
            return false;
        }

        var isVerb = text.Tokens[verb].Is(WordClasses.HealthVerb) || Says(text, verb, "has") || Says(text, verb, "had") || Says(text, verb, "is") || Says(text, verb, "was") || Says(text, verb, "s") || Says(text, verb, "got") || Says(text, verb, "have");
        for (var at = verb + 1; isVerb && at < text.Count && at < verb + ConditionWithin; at++)
        {
            if (text.Tokens[at].Is(WordClasses.Condition | WordClasses.HealthVerb))
            {
                return true;
            }
        }

        return isVerb && text.Tokens[verb].Is(WordClasses.HealthVerb);
    }

    /// <summary>Whether the word before makes a place or an institution of a name: "St James", "Queen Alexandra".</summary>
    public static bool IsOfPlace(ReadText text, int at) =>
        at > 0 && text.Tokens[at - 1].Is(WordClasses.NotBefore) && (text.Tokens[at - 1].IsCapitalised || (text.Tokens[at - 1].Length == 2 && !text.Tokens[at].IsCapitalised)) && text.GapAfter(at - 1) is [' '] or ['.', ' '];

    /// <summary>Whether a capital stands alone among small letters and is no month, place or season: then it is meant as a name.</summary>
    public static bool IsInsideSentence(ReadText text, int at)
    {
        ref var token = ref text.Tokens[at];
        if (at == 0 || token.IsUpper || Says(text, at, "guy") || token.Is(WordClasses.Month | WordClasses.Place | WordClasses.Organisation | WordClasses.NotName))
        {
            return false;
        }

        ref var before = ref text.Tokens[at - 1];
        return before.Kind == TokenKind.Word && !before.IsCapitalised && !before.IsInTag && before.Length > 1 && text.GapAfter(at - 1) is [' '] && !Says(text, at - 1, "the") && !Says(text, at - 1, "this") && !Says(text, at - 1, "an")
            && (at + 1 >= text.Count || !text.Tokens[at + 1].IsCapitalised || text.GapAfter(at) is not [' ']);
    }

    /// <summary>The capital that "and" joins to a name, or -1: "Jess and Abimbola".</summary>
    public static int Joined(ReadText text, int last)
    {
        var at = last + 1;
        var isJoined = at < text.Count && (text.GapAfter(last) is [' ', '&', ' '] or ['&'] or [',', ' '] || (Says(text, at, "and") && text.GapAfter(last) is [' '] or [',', ' '] && ++at < text.Count && text.GapAfter(at - 1) is [' ']));
        return isJoined && text.Tokens[at] is { Kind: TokenKind.Word, IsCapitalised: true, IsUpper: false, IsInTag: false } && text.Tokens[at].Length > 2
            && !text.Tokens[at].Is(WordClasses.Ordinary | WordClasses.Place | WordClasses.Filler | WordClasses.Title | WordClasses.Person | WordClasses.Introduction | WordClasses.NotBefore | WordClasses.Street)
            && !NameRuns.IsOrganisation(text, at, NameRuns.Extend(text, at)) ? at : -1;
    }

    private static bool IsAFullName(ReadText text, int at)
    {
        var last = NameRuns.Extend(text, at);
        return last > at && (text.Tokens[at].Is(WordClasses.AnyGiven) || text.Tokens[last].Is(WordClasses.AnySurname) || !(text.Tokens[at].Is(WordClasses.Ordinary | WordClasses.Place) || text.Tokens[last].Is(WordClasses.Ordinary | WordClasses.Place)));
    }

    private static bool Says(ReadText text, int at, string word) => text.Tokens[at].Length == word.Length && text.Text(text.Tokens[at]).Equals(word, StringComparison.OrdinalIgnoreCase);
}
