using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Names as lists and letters have them: "Smith, John", "O'Brien, Sean", "Bevan-Hughes, Dawn", "Ap Gwilym, Joyce".</summary>
internal static class SurnameFirst
{
    private const int MostParts = 4;

    /// <summary>The given name after the surname that begins with a word, or -1.</summary>
    public static int End(ReadText text, int first)
    {
        var last = first;
        while (last + 1 < text.Count && last < first + MostParts && IsPartOf(text, last) && IsName(text, last + 1))
        {
            last++;
        }

        if (last + 1 >= text.Count || text.GapAfter(last) is not ([',', ' '] or [',']) || !IsName(text, last) || !IsName(text, last + 1) || !text.Tokens[last].Is(WordClasses.AnySurname | WordClasses.Given))
        {
            return -1;
        }

        ref var given = ref text.Tokens[last + 1];
        if (given.Is(WordClasses.Given))
        {
            return text.Tokens[last].Is(WordClasses.AnySurname) || IsListed(text, first) ? last + 1 : -1;
        }

        // "Brown, Grace" may be two words: where a sentence leads up to a name, they are none.
        return (given.Is(WordClasses.GivenWord) && IsListed(text, first) && (text.Tokens[last].Is(WordClasses.Surname) || last > first || !NameContexts.IsQuestion(text, last + 1))) || (given.Is(WordClasses.Surname) && first > 0 && text.GapAfter(first - 1).Contains(':')) ? last + 1 : -1;
    }

    /// <summary>The first word of the surname that ends before a comma, where it begins what is listed; or -1.</summary>
    public static int Begin(ReadText text, int last)
    {
        if (!text.Tokens[last].Is(WordClasses.AnySurname | WordClasses.Given) && text.Tokens[last].Classes != WordClasses.None)
        {
            return -1;
        }

        var first = last;
        while (first > 0 && first > last - MostParts && IsName(text, first - 1) && IsPartOf(text, first - 1))
        {
            first--;
        }

        var isListed = first == 0 || text.GapAfter(first - 1) is not [' ']
            || (text.Tokens[first - 1].Is(WordClasses.Person | WordClasses.Introduction | WordClasses.Filler) && !IsPlaced(text, first));
        return isListed ? first : -1;
    }

    // "listed as", "the letter is for", "Patient:", "name:"
    private static bool IsListed(ReadText text, int first) =>
        first > 0 && (text.GapAfter(first - 1).Contains(':') || (text.GapAfter(first - 1) is [' '] && text.Tokens[first - 1].Is(WordClasses.Person | WordClasses.Introduction | WordClasses.Filler) && !IsPlaced(text, first) && !NameContexts.Says(text, first - 1, "the")));

    private static bool IsPlaced(ReadText text, int first) => text.Text(text.Tokens[first - 1]) is "in" or "at" or "from" or "near" or "to";

    private static bool IsName(ReadText text, int at) => text.Tokens[at] is { Kind: TokenKind.Word, IsCapitalised: true, IsInTag: false };

    // Whether the surname goes on after a word: "O'", "Bevan-", "Ap ".
    private static bool IsPartOf(ReadText text, int at) => text.GapAfter(at) is ['-'] or ['\''] || (text.GapAfter(at) is [' '] && text.Tokens[at].Is(WordClasses.Particle));
}
