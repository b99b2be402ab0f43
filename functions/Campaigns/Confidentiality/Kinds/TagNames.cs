using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>A hashtag that is nothing but somebody's name: "#JaneSmith". Every other hashtag stays.</summary>
internal static class TagNames
{
    public static bool IsName(ReadText text, int at)
    {
        var word = text.Text(text.Tokens[at]);
        var second = word.Length > 3 ? word[1..].IndexOfAnyInRange('A', 'Z') + 1 : 0;
        if (second < 3 || word.Length - second < 3 || word.Length > 30 || word[(second + 1)..].IndexOfAnyInRange('A', 'Z') >= 0)
        {
            return false;
        }

        Span<char> lower = stackalloc char[30];
        word.ToLowerInvariant(lower);
        return (Lexicon.Find(WordHash.Of(lower[..second])) & WordClasses.Given) != 0 && (Lexicon.Find(WordHash.Of(lower[second..word.Length])) & WordClasses.Surname) != 0;
    }
}
