using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>What stands about a word and says that it is a person's name, or that it is not.</summary>
internal static class NameContexts
{
    private const int ConditionWithin = 8;

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
        if (Organisations.Is(text, at, last))
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

        var isVerb = text.Tokens[verb].Is(WordClasses.HealthVerb) || Says(text, verb, "has") || Says(text, verb, "had") || Says(text, verb, "is") || Says(text, verb, "was") || Says(text, verb, "s") || Says(text, verb, "got");
        // "Singapore's plan" says less than "Jane's HIV".
        var within = verb + (Says(text, verb, "s") ? 3 : ConditionWithin);
        for (var at = verb + 1; isVerb && at < text.Count && at < within; at++)
        {
            if (text.Tokens[at].Is(WordClasses.Condition | WordClasses.HealthVerb) && !text.Tokens[at].IsInTag)
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

        // "Ruby and Joy": two words that may be names say no more than one.
        ref var before = ref text.Tokens[at - 1];
        if (at > 1 && Says(text, at - 1, "and") && text.Tokens[at - 2].IsCapitalised && text.Tokens[at - 2].Is(WordClasses.GivenWord | WordClasses.Place | WordClasses.Month))
        {
            return false;
        }

        return before.Kind == TokenKind.Word && !IsQuestion(text, at) && !before.IsCapitalised && !before.IsInTag && before.Length > 1 && text.GapAfter(at - 1) is [' '] && !Says(text, at - 1, "the") && !Says(text, at - 1, "this") && !Says(text, at - 1, "an")
            && (at + 1 >= text.Count || !text.Tokens[at + 1].IsCapitalised || text.GapAfter(at) is not [' ']);
    }

    /// <summary>Whether no other capital stands beside two: inside a sentence, or where one begins and goes on in small letters ("Dawn Brown took my blood").</summary>
    public static bool IsApart(ReadText text, int first, int last)
    {
        if (first > 0 && !text.Tokens[first - 1].IsCapitalised)
        {
            return true;
        }

        if (last + 1 >= text.Count || text.Tokens[last + 1].IsCapitalised || text.GapAfter(last) is not ([' '] or ['\''])
            || text.Tokens[first].Is(WordClasses.Month) || text.Tokens[last].Is(WordClasses.Street | WordClasses.WeakStreet | WordClasses.StreetName | WordClasses.Place | WordClasses.NotName))
        {
            return false;
        }

        var isBeginning = first == 0 || text.Tokens[first - 1].IsInTag || text.GapAfter(first - 1) is not [' '];
        return (isBeginning && !text.Tokens[last].Is(WordClasses.Organisation)) || DoesSomething(text, last) || IsAtWork(text, last) || IsSaidToBeIll(text, last);
    }

    /// <summary>Whether somebody is met at work or has an appointment: "Dawn Ward on reception", "John Lewis's appointment".</summary>
    public static bool IsAtWork(ReadText text, int last) =>
        last + 2 < text.Count && (Says(text, last + 2, "reception") || (Says(text, last + 1, "s") && text.Tokens[last + 2].Is(WordClasses.Event)));

    /// <summary>Whether what follows a word is what people do: "Jack told me", "Sue on reception", "Holly, thanks".</summary>
    public static bool DoesSomething(ReadText text, int at) =>
        at + 1 < text.Count && text.GapAfter(at) is [' '] && text.Text(text.Tokens[at + 1]) is "was" or "did" or "told" or "said" or "says" or "rang" or "came" or "has" or "had" or "gave" or "took" or "helped" or "made" or "who" or "from" or "died" or "got" or "went" or "asked" or "xx" or "x";

    /// <summary>Whether a lone name is a hospital's or a shop's: "the Christie", "Maggie's", "Marks and Spencer".</summary>
    public static bool IsOfBusiness(ReadText text, int at) =>
        (at > 0 && text.GapAfter(at - 1) is [' '] && (text.Text(text.Tokens[at - 1]) is "the" or "The" || text.Text(text.Tokens[Math.Max(0, at - 2)]) is "Marks"))
        || (at > 0 && text.Text(text.Tokens[at - 1]) is "Guy" or "Weight")
        || (text.GapAfter(at) is ['\'', ..] && text.Text(text.Tokens[at]) is "Maggie" or "Guy" or "Sainsbury" or "Lloyd" or "Wetherspoon" or "Jo" or "Bell")
        || (at + 1 < text.Count && text.Tokens[at].Is(WordClasses.GivenWord) && Says(text, at + 1, "of"));

    /// <summary>Whether a given name stands after a surname in a list: "listed as Singh, Dawn".</summary>
    public static bool IsAfterSurname(ReadText text, int at) =>
        at > 1 && text.GapAfter(at - 1) is [',', ' '] && text.Tokens[at - 1] is { IsCapitalised: true } before && before.Is(WordClasses.AnySurname)
        && text.Tokens[at - 2].Is(WordClasses.Filler | WordClasses.Introduction | WordClasses.Person) && !Says(text, at - 2, "in") && !Says(text, at - 2, "at");

    /// <summary>Whether a word that may be a name is used as a word: "Will you", "Hope this helps".</summary>
    public static bool IsQuestion(ReadText text, int at) =>
        at + 1 < text.Count && text.GapAfter(at) is [' '] && text.Text(text.Tokens[at + 1]) is "you" or "this" or "the" or "we" or "they" or "it" or "everyone" or "all" or "that" or "these" or "your" or "my" or "our";

    /// <summary>The capital that "and" joins to a name, or -1: "Jess and Abimbola".</summary>
    public static int Joined(ReadText text, int last)
    {
        var at = last + 1;
        var isJoined = at < text.Count && (text.GapAfter(last) is [' ', '&', ' '] or ['&'] or [',', ' '] || (Says(text, at, "and") && text.GapAfter(last) is [' '] or [',', ' '] && ++at < text.Count && text.GapAfter(at - 1) is [' ']));
        return isJoined && text.Tokens[at] is { Kind: TokenKind.Word, IsCapitalised: true, IsUpper: false, IsInTag: false } && text.Tokens[at].Length > 2
            && !text.Tokens[at].Is(WordClasses.Ordinary | WordClasses.Place | WordClasses.Filler | WordClasses.Title | WordClasses.Person | WordClasses.Introduction | WordClasses.NotBefore | WordClasses.Street)
            && !Organisations.Is(text, at, NameRuns.Extend(text, at)) ? at : -1;
    }

    public static bool IsAFullName(ReadText text, int at)
    {
        var last = NameRuns.Extend(text, at);
        return last > at && text.Tokens[last].Length > 1 && (text.Tokens[at].Is(WordClasses.AnyGiven) || text.Tokens[last].Is(WordClasses.AnySurname) || !(text.Tokens[at].Is(WordClasses.Ordinary | WordClasses.Place) || text.Tokens[last].Is(WordClasses.Ordinary | WordClasses.Place)));
    }

    public static bool Says(ReadText text, int at, string word) => text.Tokens[at].Length == word.Length && text.Text(text.Tokens[at]).Equals(word, StringComparison.OrdinalIgnoreCase);
}
